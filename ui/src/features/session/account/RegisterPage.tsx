import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PlainForm } from '@/components/form/PlainForm';
import { leastLength } from '@/domain/passwords';
import { AccountPage } from './AccountPage';
import { termsQuery, useRegister } from './queries';

export function RegisterPage() {
  const { t, i18n } = useTranslation();
  const { data: terms } = useQuery(termsQuery);
  const register = useRegister();
  const title = t('account.register.title');

  if (register.isSuccess) {
    return <AccountPage title={t('account.sent.title')} lead={t('account.sent.verify')} />;
  }
  if (terms?.open === false) {
    return <AccountPage title={title} lead={t('account.register.closed')} />;
  }
  const domains = terms?.domains.join(', ') ?? '';
  return (
    <AccountPage title={title} lead={t('account.register.lead')}>
      <PlainForm
        fields={[
          { name: 'name', label: t('account.name'), type: 'text', autoComplete: 'name' },
          {
            name: 'email',
            label: t('login.email'),
            type: 'email',
            autoComplete: 'username',
            ...(domains !== '' && { hint: t('account.register.domains', { domains }) }),
          },
          {
            name: 'password',
            label: t('login.password'),
            type: 'password',
            autoComplete: 'new-password',
            hint: t('password.rule', { least: leastLength() }),
          },
        ]}
        action={t('account.register.submit')}
        pending={register.isPending}
        error={register.error}
        onSubmit={(values) => {
          register.mutate({ ...values, locale: i18n.language });
        }}
      />
    </AccountPage>
  );
}
