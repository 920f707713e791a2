import { useTranslation } from 'react-i18next';
import { PlainForm } from '@/components/form/PlainForm';
import { leastLength } from '@/domain/passwords';
import { AccountPage } from './AccountPage';
import { useReset } from './queries';
import { useLinkToken } from './useLinkToken';

/** Where the link leads that lets another password be chosen. */
export function ResetPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const reset = useReset();
  if (reset.isSuccess) {
    return <AccountPage title={t('account.reset.done')} lead={t('account.reset.doneText')} />;
  }
  if (token === '') {
    return <AccountPage title={t('account.noLink.title')} lead={t('account.noLink.text')} />;
  }
  return (
    <AccountPage title={t('account.reset.title')} lead={t('account.reset.lead')}>
      <PlainForm
        fields={[
          {
            name: 'password',
            label: t('password.new'),
            type: 'password',
            autoComplete: 'new-password',
            hint: t('account.reset.rule', { least: leastLength(), admins: leastLength('ADMIN') }),
          },
        ]}
        action={t('password.submit')}
        pending={reset.isPending}
        error={reset.error}
        onSubmit={({ password }) => {
          reset.mutate({ token, password });
        }}
      />
    </AccountPage>
  );
}
