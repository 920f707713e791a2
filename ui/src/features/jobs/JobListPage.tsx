import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePolling } from '@/api/live';
import type { JobState } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { FilterTabs } from '@/components/FilterTabs';
import { Glyph } from '@/components/Glyph';
import { ListFrame } from '@/components/ListFrame';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { JobTable } from './JobTable';
import { jobListQuery } from './queries';
import type { JOB_STATES } from '@/domain/jobStates';

type StateFilter = JobState | 'ALL';

const FILTERS: StateFilter[] = [
  'ALL',
  'RUNNING',
  'AVAILABLE',
  'RETRYABLE',
  'COMPLETED',
  'DISCARDED',
  'CANCELLED',
];

export function JobListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = FILTERS.find((filter) => filter === search.get('state')) ?? 'ALL';
  const jobs = useInfiniteQuery({
    ...jobListQuery({ state: state === 'ALL' ? undefined : state }),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
  });

  return (
    <>
      <PageHeader title={t('job.list.title')} />
      <div className="mb-4">
        <FilterTabs
          label={t('job.list.filter')}
          value={state}
          options={FILTERS.map((value) => ({ value, label: filterName(value) }))}
          onChange={(next) => {
            setSearch(next === 'ALL' ? {} : { state: next }, { replace: true });
          }}
        />
      </div>
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
            title={state === 'ALL' ? t('job.list.emptyTitle') : t('job.list.noneTitle')}
            text={state === 'ALL' ? t('job.list.emptyText') : t('job.list.noneText')}
          />
        }
      >
        {(items) => <JobTable jobs={items} />}
      </ListFrame>
    </>
  );

  function filterName(filter: StateFilter): string {
    if (filter === 'ALL') return t('common.all');
    return t(`job.state.${filter satisfies keyof typeof JOB_STATES}`);
  }
}
