import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Job, JobState } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { ListPage } from '@/components/list/ListPage';
import { NothingFound } from '@/components/list/NothingFound';
import { useJobName } from '@/domain/useJobName';
import { JobFilterMarks } from './JobFilterMarks';
import { KindChoice } from './KindChoice';
import { jobListQuery } from './queries';
import { useJobAddress } from './useJobAddress';
import { useJobColumns } from './useJobColumns';
import { useJobMenu } from './useJobMenu';

const STATES: readonly JobState[] = [
  'RUNNING',
  'AVAILABLE',
  'SCHEDULED',
  'RETRYABLE',
  'COMPLETED',
  'DISCARDED',
  'CANCELLED',
];

const pathOf = (job: Job) => `/jobs/${job.id}`;

export function JobListPage() {
  const { t } = useTranslation();
  const address = useJobAddress();
  const jobName = useJobName();
  const jobs = useInfiniteQuery({
    ...jobListQuery(address.filter),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
  });
  return (
    <ListPage
      id="jobs"
      title={t('job.list.title')}
      address={address}
      columns={useJobColumns()}
      rows={jobs}
      nameOf={(job) => `${jobName(job)} ${job.subject.name}`}
      pathOf={pathOf}
      states={{
        label: t('job.list.filter'),
        options: STATES.map((value) => ({ value, label: t(`job.state.${value}`) })),
      }}
      menu={useJobMenu()}
      tools={<KindChoice address={address} />}
      notices={<JobFilterMarks address={address} jobs={jobs.data} />}
      failed={t('job.list.failed')}
      empty={
        <EmptyState
          picture={<Glyph shape="empty" className="size-14 text-line-strong" />}
          title={t('job.list.emptyTitle')}
          text={t('job.list.emptyText')}
        />
      }
      none={<NothingFound onClear={address.clear} />}
    />
  );
}
