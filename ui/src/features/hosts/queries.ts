import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { HostPage, JobPage, VmPage } from '@/api/schema';

const MOST_SHOWN = 200;

/** The hosts with what is taken of them at the moment. */
export const hostRoomQuery = queryOptions({
  queryKey: keys.hostRoom,
  queryFn: ({ signal }) =>
    api.get<HostPage>('/api/hosts', { signal, query: { limit: MOST_SHOWN } }),
  select: (page) => page.items,
});

export const vmsOnHostQuery = (id: string) =>
  queryOptions({
    queryKey: ['vms', 'list', { host: id }],
    queryFn: ({ signal }) =>
      api.get<VmPage>('/api/vms', { signal, query: { host: id, limit: MOST_SHOWN, sort: 'name' } }),
  });

/** Jobs that nobody has begun, with what each of them waits for. */
export const waitingJobsQuery = queryOptions({
  queryKey: keys.jobsLike({ state: 'AVAILABLE', limit: MOST_SHOWN }),
  queryFn: ({ signal }) =>
    api.get<JobPage>('/api/jobs', { signal, query: { state: 'AVAILABLE', limit: MOST_SHOWN } }),
});
