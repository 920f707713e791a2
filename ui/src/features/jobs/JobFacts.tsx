import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '@/api/schema';
import { Fact, Facts } from '@/components/Facts';
import { RelativeTime } from '@/components/RelativeTime';
import { isWithoutAttempt } from '@/domain/jobStates';
import { JobDuration } from './JobDuration';
import { JobSubject } from './JobSubject';

export function JobFacts({ job }: { job: Job }) {
  const { t } = useTranslation();
  return (
    <Facts>
      <Fact name={t('job.field.subject')}>
        <JobSubject subject={job.subject} />
      </Fact>
      {job.parentId && (
        <Fact name={t('job.field.parent')}>
          <Link to={`/jobs/${job.parentId}`} className="underline underline-offset-4">
            {t('job.whole')}
          </Link>
        </Fact>
      )}
      {!isWithoutAttempt(job) && (
        <Fact name={t('job.field.attempt')}>
          {t('job.attemptOf', { attempt: job.attempt, max: job.maxAttempts })}
        </Fact>
      )}
      <Fact name={t('job.field.priority')}>{t(`job.priority.${job.priority}`)}</Fact>
      <Fact name={t('job.field.created')}>
        <RelativeTime at={job.createdAt} />
      </Fact>
      <Fact name={job.attempt > 1 ? t('job.field.durationOfAll') : t('job.field.duration')}>
        {job.startedAt ? <JobDuration job={job} /> : t('job.notStarted')}
      </Fact>
      {job.node && <Fact name={t('job.field.node')}>{job.node}</Fact>}
      <Fact name={t('job.field.owner')}>{job.owner.email}</Fact>
      <Fact wide name={t('common.id')}>
        <code className="font-mono text-xs">{job.id}</code>
      </Fact>
    </Facts>
  );
}
