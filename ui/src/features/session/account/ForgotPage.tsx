import { useTranslation } from 'react-i18next';
import { PlainForm } from '@/components/form/PlainForm';
import { AccountPage } from './AccountPage';
import { useForgot } from './queries';

export function ForgotPage() {
  const { t } = useTranslation();
  const forgot = useForgot();
  if (forgot.isSuccess) {
    return <AccountPage title={t('account.sent.title')} lead={t('account.sent.forgot')} />;
  }
  return (
    <AccountPage title={t('account.forgot.title')} lead={t('account.forgot.lead')}>
      <PlainForm
        fields={[
          { name: 'email', label: t('login.email'), type: 'email', autoComplete: 'username' },
        ]}
        action={t('account.forgot.submit')}
        pending={forgot.isPending}
        error={forgot.error}
        onSubmit={forgot.mutate}
      />
    </AccountPage>
  );
}
