import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Vm } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { ListFrame } from '@/components/ListFrame';
import { LoadError } from '@/components/LoadError';
import { JobDisclosure } from './JobDisclosure';
import { activityOfQuery } from './queries';

/** All that was and is done to the VM, newest first; the newest one lies open. */
export function VmActivity({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const jobs = useInfiniteQuery({ ...activityOfQuery(vm.id), refetchInterval: usePolling() });
  return (
    <>
      <h2 className="sr-only">{t('vm.jobs')}</h2>
      <ListFrame
        query={jobs}
        error={(error) => (
          <LoadError
            error={error}
            title={t('job.list.failed')}
            onRetry={() => void jobs.refetch()}
          />
        )}
        empty={
          <EmptyState
            picture={<Glyph shape="empty" className="size-14 text-line-strong" />}
            title={t('vm.noJobs')}
            text={t('job.list.emptyText')}
          />
        }
      >
        {(items) => (
          <ul className="divide-y divide-line">
            {items.map((job, index) => (
              <li key={job.id}>
                <JobDisclosure job={job} open={index === 0} owner />
              </li>
            ))}
          </ul>
        )}
      </ListFrame>
    </>
  );
}
