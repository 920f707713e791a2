import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Job } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { NothingFound } from '@/components/list/NothingFound';
import { useJobName } from '@/domain/useJobName';
import { useChosenView } from '@/domain/views/useChosenView';
import { ViewedListPage } from '@/domain/views/ViewedListPage';
import { JobFilterMarks } from './JobFilterMarks';
import { KindChoice } from './KindChoice';
import { jobListQuery } from './queries';
import { useJobAddress } from './useJobAddress';
import { useJobColumns } from './useJobColumns';
import { useJobMenu } from './useJobMenu';
import { useJobStates } from './useJobStates';
import { useJobTree } from './useJobTree';

const LIST = 'jobs';
const pathOf = (job: Job) => `/jobs/${job.id}`;

export function JobListPage() {
  const { t } = useTranslation();
  const chosen = useChosenView(LIST);
  const address = useJobAddress(chosen.settings);
  const jobName = useJobName();
  const jobs = useInfiniteQuery({
    ...jobListQuery(address.filter),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
    enabled: chosen.ready,
  });
  const { rows, below, fold } = useJobTree(jobs.data, address.filter.wholes !== undefined);
  const states = useJobStates(address.filters, chosen.ready);
  const { state } = address;
  const matching = state
    ? states.options.find(({ value }) => value === state)?.count
    : states.total;
  return (
    <ViewedListPage
      id={LIST}
      all={t('job.list.all')}
      chosen={chosen}
      title={t('job.list.title')}
      address={address}
      columns={useJobColumns(fold)}
      rows={{ ...jobs, data: rows }}
      total={matching === undefined ? undefined : matching + below}
      nameOf={(job) => `${jobName(job)} ${job.subject.name}`}
      pathOf={pathOf}
      states={{ label: t('job.list.filter'), ...states }}
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
