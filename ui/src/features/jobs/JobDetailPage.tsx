import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolling } from '@/api/live';
import type { Job } from '@/api/schema';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { Panel } from '@/components/Panel';
import { TwoColumns } from '@/components/TwoColumns';
import { ProblemNotice } from '@/components/ProblemNotice';
import { CancelJob } from './CancelJob';
import { JobFacts } from './JobFacts';
import { JobLog } from './JobLog';
import { JobParts } from './JobParts';
import { JobProgress } from '@/domain/JobProgress';
import { JobStatePill } from '@/domain/JobStatePill';
import { jobQuery } from './queries';
import { RetryJob } from './RetryJob';
import { JOB_STATES } from '@/domain/jobStates';
import { useJobName } from '@/domain/useJobName';

export function JobDetailPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const job = useQuery({ ...jobQuery(id), refetchInterval: usePolling() });
  if (job.data) return <JobDetail job={job.data} />;
  if (job.error) {
    return (
      <>
        <PageHeader title={t('job.one')} back={{ to: '/jobs', label: t('job.list.title') }} />
        <LoadError error={job.error} title={t('job.failed')} onRetry={() => void job.refetch()} />
      </>
    );
  }
  return <DetailSkeleton label={t('common.loading')} />;
}

function JobDetail({ job }: { job: Job }) {
  const { t } = useTranslation();
  const jobName = useJobName();
  return (
    <>
      <PageHeader
        title={jobName(job)}
        back={{ to: '/jobs', label: t('job.list.title') }}
        aside={<JobStatePill state={job.state} />}
        actions={
          <>
            <RetryJob job={job} />
            <CancelJob job={job} />
          </>
        }
      />
      <div className="space-y-6">
        {job.problem && (
          <ProblemNotice
            error={job.problem}
            alert={false}
            title={JOB_STATES[job.state].final ? t('job.gaveUp') : t('job.lastAttemptFailed')}
          />
        )}
        <TwoColumns
          main={
            <>
              {job.result && <JobParts job={job} />}
              <Panel title={t('job.log')}>
                <div className="space-y-4 p-5">
                  <JobProgress job={job} />
                  <JobLog jobId={job.id} label={t('job.log')} />
                </div>
              </Panel>
            </>
          }
          side={
            <Panel title={t('job.facts')}>
              <JobFacts job={job} />
            </Panel>
          }
        />
      </div>
    </>
  );
}
