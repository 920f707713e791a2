import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { JobState } from '@/api/schema';
import { jobCountsQuery } from './counts';
import type { JobFilters } from './filterTerms';

const STATES: readonly JobState[] = [
  'RUNNING',
  'AVAILABLE',
  'SCHEDULED',
  'RETRYABLE',
  'COMPLETED',
  'DISCARDED',
  'CANCELLED',
];
const QUIET_MILLIS = 1_500;

/** The states that a list of jobs can be narrowed to, with how many there are in each. */
export function useJobStates(filters: JobFilters, ready: boolean) {
  const { t } = useTranslation();
  const polling = usePolling();
  const { data } = useQuery({
    ...jobCountsQuery(filters),
    placeholderData: keepPreviousData,
    enabled: ready,
    refetchInterval: ({ state }) => (state.data?.moved ? QUIET_MILLIS : polling),
  });
  return {
    options: STATES.map((value) => ({
      value,
      label: t(`job.state.${value}`),
      count: data && (data.states[value] ?? 0),
    })),
    total: data?.total,
  };
}
