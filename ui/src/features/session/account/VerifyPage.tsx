import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '@/components/Button';
import { ProblemNotice } from '@/components/ProblemNotice';
import { AccountPage } from './AccountPage';
import { useVerify } from './queries';
import { useLinkToken } from './useLinkToken';

/** Where the link leads that confirms an address. It is used by a click, because programs that read mails follow links too. */
export function VerifyPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const verify = useVerify();
  if (verify.isSuccess) {
    return (
      <AccountPage title={t('account.verify.done')} lead={t('account.verify.doneText')}>
        <LinkButton to="/vms" look="primary" className="h-10 w-full">
          {t('account.verify.goOn')}
        </LinkButton>
      </AccountPage>
    );
  }
  if (token === '') {
    return <AccountPage title={t('account.noLink.title')} lead={t('account.noLink.text')} />;
  }
  return (
    <AccountPage title={t('account.verify.title')} lead={t('account.verify.lead')}>
      {verify.error && <ProblemNotice error={verify.error} className="mb-5" />}
      <Button
        look="primary"
        className="h-10 w-full"
        unavailable={verify.isPending}
        onClick={() => {
          verify.mutate(token);
        }}
      >
        {t('account.verify.submit')}
      </Button>
    </AccountPage>
  );
}
