import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { keys, type JobFilter } from '@/api/keys';
import { usePolling } from '@/api/live';
import type { JobPage } from '@/api/schema';
import { CardState } from '@/components/CardState';
import { Panel } from '@/components/Panel';
import { QuietLink } from '@/components/QuietLink';
import { JobLines } from '@/domain/JobLines';

const fewJobsQuery = (filter: JobFilter) =>
  queryOptions({
    queryKey: keys.jobsLike(filter),
    queryFn: ({ signal }) => api.get<JobPage>('/api/jobs', { query: { ...filter }, signal }),
    select: (page) => page.items,
  });

/** What was begun last, whatever has become of it. */
export function LatestJobs() {
  const { t } = useTranslation();
  return (
    <FewJobs
      title={t('overview.lately')}
      filter={{ limit: 8 }}
      to="/jobs"
      none={t('job.list.emptyText')}
    />
  );
}

/** Jobs that were given up, which somebody may want to retry. */
export function FailedJobs() {
  const { t } = useTranslation();
  return (
    <FewJobs
      title={t('overview.failedJobs')}
      filter={{ state: 'DISCARDED', limit: 5 }}
      to="/jobs?state=DISCARDED"
      none={t('overview.noFailedJobs')}
    />
  );
}

function FewJobs({
  title,
  filter,
  to,
  none,
}: {
  title: string;
  filter: JobFilter;
  to: string;
  none: string;
}) {
  const { t } = useTranslation();
  const jobs = useQuery({ ...fewJobsQuery(filter), refetchInterval: usePolling() });
  return (
    <Panel title={title} actions={<QuietLink to={to}>{t('overview.all')}</QuietLink>}>
      <CardState query={jobs} height="h-40">
        {(items) => <JobLines jobs={items} none={none} alike={filter.state !== undefined} />}
      </CardState>
    </Panel>
  );
}
