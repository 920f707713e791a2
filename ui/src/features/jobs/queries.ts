import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand, useOrder, type Command } from '@/api/command';
import { keys, type JobFilter } from '@/api/keys';
import type { Job, JobLogLine, JobLogLinePage, JobPage } from '@/api/schema';
import { allItems, cursorPaging } from '@/lib/paging';

const ACTIVITY_PAGE = 20;
const LOG_PAGE = 200;

export const jobListQuery = (filter: JobFilter) =>
  infiniteQueryOptions({
    queryKey: keys.jobList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<JobPage>('/api/jobs', { query: { ...filter, cursor: pageParam }, signal }),
    ...cursorPaging,
    select: allItems,
  });

const FEW_PARTS = 50;

/** The newest parts of a job. */
export const firstPartsQuery = (parent: string) => {
  const filter = { parent, limit: FEW_PARTS };
  return queryOptions({
    queryKey: keys.jobsLike(filter),
    queryFn: ({ signal }) => api.get<JobPage>('/api/jobs', { query: { ...filter }, signal }),
  });
};

/** The newest job of a VM. */
export const jobsOfQuery = (vmId: string) =>
  queryOptions({
    queryKey: keys.jobsOf(vmId),
    queryFn: ({ signal }) =>
      api.get<JobPage>('/api/jobs', { query: { subject: vmId, limit: 1 }, signal }),
    select: (page) => page.items,
  });

/** All jobs of a VM. */
export const activityOfQuery = (vmId: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.jobsOf(vmId), 'all'] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get<JobPage>('/api/jobs', {
        query: { subject: vmId, limit: ACTIVITY_PAGE, cursor: pageParam },
        signal,
      }),
    ...cursorPaging,
    select: allItems,
  });

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: keys.job(id),
    queryFn: ({ signal }) => api.get<Job>(`/api/jobs/${id}`, { signal }),
  });

/** Of a long log so many lines are shown before the rest has come. */
const LOG_STEP = 5_000;

/** The whole log. Lines are only ever added, so that asking again asks for those after the last one that is known. */
export const jobLogQuery = (id: string) =>
  queryOptions({
    queryKey: keys.jobLog(id),
    queryFn: async ({ client, queryKey, signal }) => {
      const lines = [...(client.getQueryData<JobLogLine[]>(queryKey) ?? [])];
      let page: JobLogLinePage;
      do {
        page = await api.get(`/api/jobs/${id}/log`, {
          query: { limit: LOG_PAGE, after: lines.at(-1)?.seq },
          signal,
        });
        lines.push(...page.items);
        if (lines.length % LOG_STEP === 0) client.setQueryData(queryKey, [...lines]);
      } while (page.nextCursor !== null);
      return lines;
    },
  });

function useJobCommand(what: 'cancel' | 'retry' | 'parts/retry'): Command<Job, string> {
  const queryClient = useQueryClient();
  return {
    send: (id, signal) => api.post<Job>(`/api/jobs/${id}/${what}`, undefined, { signal }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.jobs }),
  };
}

export const useCancelJob = () => useCommand(useJobCommand('cancel'));
export const useRetryJob = () => useOrder(useJobCommand('retry'));
/** Begins those parts of a job again that were given up. */
export const useRetryParts = () => useOrder(useJobCommand('parts/retry'));
