import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Host } from '@/api/schema';
import { CardState } from '@/components/CardState';
import { Panel } from '@/components/Panel';
import { JobLines } from '@/domain/JobLines';
import { waitingJobsQuery } from './queries';

/** The jobs that can't begin before a node reaches the host. */
export function HostJobs({ host }: { host: Host }) {
  const { t } = useTranslation();
  const jobs = useQuery({ ...waitingJobsQuery, refetchInterval: usePolling() });
  return (
    <Panel title={t('host.waiting')}>
      <CardState query={jobs} height="h-16">
        {({ items }) => (
          <JobLines
            jobs={items.filter(({ waitReason }) => waitReason?.argument === host.name)}
            none={t('host.nothingWaits')}
          />
        )}
      </CardState>
    </Panel>
  );
}
