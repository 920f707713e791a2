import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Vm } from '@/api/schema';
import { LoadError } from '@/components/LoadError';
import { Panel } from '@/components/Panel';
import { Skeleton } from '@/components/Skeleton';
import { JobDisclosure } from './JobDisclosure';
import { jobsOfQuery } from './queries';

/** What was and is done to the VM, newest first; the newest one lies open. */
export function VmJobs({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const jobs = useQuery({ ...jobsOfQuery(vm.id), refetchInterval: usePolling() });
  return (
    <Panel title={t('vm.jobs')}>
      <div className="min-h-96">
        {jobs.isPending && (
          <div className="space-y-4 p-5">
            <Skeleton className="h-5 w-56" />
            <Skeleton className="h-64 w-full opacity-60" />
          </div>
        )}
        {jobs.error && !jobs.data && (
          <LoadError
            error={jobs.error}
            title={t('job.list.failed')}
            onRetry={() => void jobs.refetch()}
          />
        )}
        {jobs.data && (
          <ul className="divide-y divide-line">
            {jobs.data.map((job, index) => (
              <li key={job.id}>
                <JobDisclosure job={job} open={index === 0} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
