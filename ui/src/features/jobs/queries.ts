import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys, type JobFilter } from '@/api/keys';
import type { Job, JobLogLine, JobLogLinePage, JobPage } from '@/api/schema';
import { allItems, cursorPaging } from '@/lib/paging';

const JOBS_OF_A_VM = 10;
const LOG_PAGE = 200;

export const jobListQuery = (filter: JobFilter) =>
  infiniteQueryOptions({
    queryKey: keys.jobList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<JobPage>('/api/jobs', { query: { ...filter, cursor: pageParam }, signal }),
    ...cursorPaging,
    select: allItems,
  });

/** The newest jobs of a VM. */
export const jobsOfQuery = (vmId: string) =>
  queryOptions({
    queryKey: keys.jobsOf(vmId),
    queryFn: ({ signal }) =>
      api.get<JobPage>('/api/jobs', { query: { subject: vmId, limit: JOBS_OF_A_VM }, signal }),
    select: (page) => page.items,
  });

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: keys.job(id),
    queryFn: ({ signal }) => api.get<Job>(`/api/jobs/${id}`, { signal }),
  });

/** The whole log: it is short, and a screen reader or a search in the page should find all of it. */
export const jobLogQuery = (id: string) =>
  queryOptions({
    queryKey: keys.jobLog(id),
    queryFn: async ({ signal }) => {
      const lines: JobLogLine[] = [];
      let cursor: string | null = null;
      do {
        const page: JobLogLinePage = await api.get(`/api/jobs/${id}/log`, {
          query: { limit: LOG_PAGE, cursor },
          signal,
        });
        lines.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return lines;
    },
  });

function useJobCommand(id: string, command: 'cancel' | 'retry') {
  const queryClient = useQueryClient();
  return useCommand({
    send: (_: undefined, signal) =>
      api.post<Job>(`/api/jobs/${id}/${command}`, undefined, { signal }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.jobs }),
  });
}

export const useCancelJob = (id: string) => useJobCommand(id, 'cancel');
export const useRetryJob = (id: string) => useJobCommand(id, 'retry');
