import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePolling } from '@/api/live';
import type { Vm } from '@/api/schema';
import { LoadError } from '@/components/LoadError';
import { Panel } from '@/components/Panel';
import { Skeleton } from '@/components/Skeleton';
import { JobDisclosure } from './JobDisclosure';
import { jobsOfQuery } from './queries';

/** What was or is done to the VM last. All of it is a view of its own. */
export function VmJobs({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const jobs = useQuery({ ...jobsOfQuery(vm.id), refetchInterval: usePolling() });
  const [newest] = jobs.data ?? [];
  return (
    <Panel
      title={t('vm.latest')}
      actions={
        <Link
          to={`/vms/${vm.id}/activity`}
          className="text-sm text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink"
        >
          {t('vm.allJobs')}
        </Link>
      }
    >
      <div className="min-h-72">
        {jobs.isPending && (
          <div className="space-y-4 p-5">
            <Skeleton className="h-5 w-56" />
            <Skeleton className="h-44 w-full opacity-60" />
          </div>
        )}
        {jobs.error && !jobs.data && (
          <LoadError
            error={jobs.error}
            title={t('job.list.failed')}
            onRetry={() => void jobs.refetch()}
          />
        )}
        {jobs.data && !newest && <p className="p-5 text-ink-faint">{t('vm.noJobs')}</p>}
        {newest && <JobDisclosure job={newest} open />}
      </div>
    </Panel>
  );
}
