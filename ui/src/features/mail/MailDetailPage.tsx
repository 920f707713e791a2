import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolling } from '@/api/live';
import type { Mail } from '@/api/schema';
import { DetailHeader } from '@/components/detail/DetailHeader';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { TwoColumns } from '@/components/TwoColumns';
import { DeliveryNotice } from './DeliveryNotice';
import { MailFacts } from './MailFacts';
import { MailLinks } from './MailLinks';
import { MailStatePill } from './MailStatePill';
import { mailQuery } from './queries';
import { SendAgain } from './SendAgain';

export function MailDetailPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const mail = useQuery({ ...mailQuery(id), refetchInterval: usePolling() });
  if (mail.data) return <MailDetail mail={mail.data} />;
  if (mail.error) {
    return (
      <>
        <PageHeader title={t('mail.one')} back={{ to: '/mails', label: t('mail.title') }} />
        <LoadError
          error={mail.error}
          title={t('mail.failed')}
          onRetry={() => void mail.refetch()}
        />
      </>
    );
  }
  return <DetailSkeleton label={t('common.loading')} />;
}

function MailDetail({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  return (
    <>
      <DetailHeader
        title={mail.subject}
        lang={mail.language}
        back={{ to: '/mails', label: t('mail.title') }}
        state={<MailStatePill state={mail.state} />}
        actions={<SendAgain mail={mail} />}
      />
      {mail.state === 'OUTBOX' && <DeliveryNotice />}
      {mail.problem && (
        <ProblemNotice
          error={mail.problem}
          alert={false}
          title={mail.state === 'DEAD' ? t('mail.gaveUp') : t('mail.lastAttemptFailed')}
          className="mb-6"
        />
      )}
      <TwoColumns
        main={
          <>
            {mail.links.length > 0 && <MailLinks links={mail.links} />}
            <Panel title={t('mail.text')}>
              {mail.text === null ? (
                <p className="px-5 py-6 text-center text-ink-soft">{t('mail.forgotten')}</p>
              ) : (
                <p lang={mail.language} className="px-5 py-4 break-words whitespace-pre-wrap">
                  {mail.text}
                </p>
              )}
            </Panel>
          </>
        }
        side={
          <Panel title={t('mail.facts')}>
            <MailFacts mail={mail} />
          </Panel>
        }
      />
    </>
  );
}
