import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PlainForm } from '@/components/form/PlainForm';
import { ProblemNotice } from '@/components/ProblemNotice';
import { AccountPage } from './AccountPage';
import { invitationQuery, useAccept } from './queries';
import { useLinkToken } from './useLinkToken';

/** Where the link leads by which somebody who is invited chooses a password. */
export function InvitationPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const invitation = useQuery(invitationQuery(token));
  const accept = useAccept();
  if (accept.isSuccess) {
    return <AccountPage title={t('account.invited.done')} lead={t('account.invited.doneText')} />;
  }
  if (token === '') {
    return <AccountPage title={t('account.noLink.title')} lead={t('account.noLink.text')} />;
  }
  if (invitation.error) {
    return (
      <AccountPage title={t('account.invited.title')} lead={t('account.invited.refused')}>
        <ProblemNotice error={invitation.error} />
      </AccountPage>
    );
  }
  if (!invitation.data) {
    return <AccountPage title={t('account.invited.title')} lead={t('common.loading')} />;
  }
  const { email, name, minPasswordLength } = invitation.data;
  return (
    <AccountPage title={t('account.invited.title')} lead={t('account.invited.lead', { email })}>
      <PlainForm
        fields={[
          {
            name: 'name',
            label: t('account.name'),
            type: 'text',
            autoComplete: 'name',
            value: name,
          },
          {
            name: 'password',
            label: t('login.password'),
            type: 'password',
            autoComplete: 'new-password',
            hint: t('password.rule', { least: minPasswordLength }),
          },
        ]}
        action={t('account.invited.submit')}
        pending={accept.isPending}
        error={accept.error}
        onSubmit={(values) => {
          accept.mutate({ token, ...values });
        }}
      />
    </AccountPage>
  );
}
