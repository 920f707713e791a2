import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePolling } from '@/api/live';
import type { Job } from '@/api/schema';
import { IconButton } from '@/components/Button';
import { JobProgress } from '@/domain/JobProgress';
import { useJobName } from '@/domain/useJobName';

/** What became of what was done to many VMs: how far it is, how it ended, and where each result stands. */
export function BulkOutcome({ jobId, onClose }: { jobId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const jobName = useJobName();
  const { data: job } = useQuery({
    queryKey: keys.job(jobId),
    queryFn: ({ signal }) => api.get<Job>(`/api/jobs/${jobId}`, { signal }),
    refetchInterval: usePolling(),
  });
  return (
    <section
      aria-label={t('vm.bulk.outcome')}
      className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2 rounded-panel border border-line bg-surface py-2 pr-2 pl-5"
    >
      {job && (
        <>
          <p className="font-medium">{jobName(job)}</p>
          <div className="min-w-48 flex-1">
            <JobProgress job={job} />
            <p role="status">{job.result && t('vm.bulk.result', { ...job.result })}</p>
          </div>
        </>
      )}
      <Link to={`/jobs/${jobId}`} className="ml-auto underline underline-offset-4">
        {t('vm.bulk.results')}
      </Link>
      <IconButton icon="close" label={t('list.close')} onClick={onClose} />
    </section>
  );
}
