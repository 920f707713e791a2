import { queryOptions, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import type { Job, JobPage } from '@/api/schema';

/** What is told of a job by each event. */
export type RunningJob = Pick<
  Job,
  'id' | 'kind' | 'action' | 'subject' | 'state' | 'progress' | 'version'
>;

/** The jobs that run at the moment. Asked for once; events keep it true. */
export const runningJobsQuery = queryOptions({
  queryKey: keys.runningJobs,
  queryFn: async ({ signal }): Promise<RunningJob[]> => {
    const query = { state: 'RUNNING', limit: 200 };
    return (await api.get<JobPage>('/api/jobs', { query, signal })).items;
  },
  staleTime: Infinity,
});

/** Brings a job in when it begins to run, and takes it out when it does no more. */
export function mendRunningJobs(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  const { id, action, version = 0, values = {} } = event;
  const jobs = queryClient.getQueryData<RunningJob[]>(keys.runningJobs);
  if (!jobs) return [];
  const known = jobs.find((job) => job.id === id);
  if (known && known.version > version && action === 'changed') return [];
  const state = values.state as Job['state'] | undefined;
  const others = () => jobs.filter((job) => job.id !== id);
  if (action === 'removed' || (state && state !== 'RUNNING')) {
    if (known) queryClient.setQueryData(keys.runningJobs, others());
    return [];
  }
  if (known) {
    const mended = (job: RunningJob) => (job.id === id ? { ...job, ...values, version } : job);
    queryClient.setQueryData(keys.runningJobs, jobs.map(mended));
    return [];
  }
  if (!isToldWhole(values)) return [keys.runningJobs];
  const begun = { ...values, id, version, state: 'RUNNING' as const };
  queryClient.setQueryData<RunningJob[]>(keys.runningJobs, [begun, ...others()]);
  return [];
}

function isToldWhole(
  values: Record<string, unknown>,
): values is Pick<RunningJob, 'kind' | 'action' | 'subject' | 'progress'> {
  return ['kind', 'action', 'subject', 'progress'].every((name) => name in values);
}
