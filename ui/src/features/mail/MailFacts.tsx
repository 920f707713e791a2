import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Mail } from '@/api/schema';
import { Fact, Facts } from '@/components/Facts';
import { RelativeTime } from '@/components/RelativeTime';

export function MailFacts({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  return (
    <Facts>
      <Fact wide name={t('mail.field.to')}>
        {mail.to}
      </Fact>
      <Fact name={t('mail.field.created')}>
        <RelativeTime at={mail.createdAt} />
      </Fact>
      {mail.sentAt && (
        <Fact name={t('mail.field.sent')}>
          <RelativeTime at={mail.sentAt} />
        </Fact>
      )}
      <Fact name={t('mail.field.template')}>{mail.template}</Fact>
      <Fact name={t('mail.field.job')}>
        <Link to={`/jobs/${mail.jobId}`} className="underline underline-offset-4">
          {t('job.one')}
        </Link>
      </Fact>
      <Fact wide name={t('common.id')}>
        <code className="font-mono text-xs">{mail.id}</code>
      </Fact>
    </Facts>
  );
}
