import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { cachedKeys } from '@/api/cached';
import { keys, type JobFilter } from '@/api/keys';
import type { JobPage, JobState } from '@/api/schema';
import type { JobFilters } from './filterTerms';

/** How many jobs a list has. */
export interface JobCounts {
  /** In each state; nothing stands for none. */
  states: Partial<Record<JobState, number>>;
  /** Of those that are shown where no state is asked for. */
  total: number;
  /** Whether a job has changed its state since they were asked for. */
  moved?: true;
}

/** Counts are only of use to the list that shows them. */
const KEPT_MILLIS = 20_000;

/** Where nothing is asked for, the list has only wholes; in each state, their parts as well. */
export const jobCountsQuery = (filters: JobFilters) =>
  queryOptions({
    queryKey: keys.jobCounts(filters),
    gcTime: KEPT_MILLIS,
    queryFn: async ({ signal }): Promise<JobCounts> => {
      const count = (filter: JobFilter & { count: 'states' | 'true' }) =>
        api.get<JobPage>('/api/jobs', { query: { ...filter, limit: 1 }, signal });
      const narrowed = Object.values(filters).some((value) => value !== undefined);
      const [{ states = {} }, wholes] = await Promise.all([
        count({ ...filters, count: 'states' }),
        narrowed ? undefined : count({ wholes: 'true', count: 'true' }),
      ]);
      return { states, total: wholes?.total ?? sum(Object.values(states)) };
    },
  });

/** Has counts be asked for again when a while has passed: how many events they know already is not told. */
export function noteMove(queryClient: QueryClient): void {
  for (const key of cachedKeys(queryClient, keys.allJobCounts)) {
    queryClient.setQueryData<JobCounts>(key, (counts) => counts && { ...counts, moved: true });
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
