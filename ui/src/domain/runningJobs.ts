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

/** Those that run at the moment, of which there may be more than were asked for. */
export interface RunningJobs {
  items: RunningJob[];
  /** Where the rest begins; null where there is none. */
  nextCursor: string | null;
}

const MOST = 200;
/** With fewer left of those that were asked for, the rest is asked for. */
const FEW = 20;

/** The jobs that run at the moment. Asked for once; events keep it true. */
export const runningJobsQuery = queryOptions({
  queryKey: keys.runningJobs,
  queryFn: ({ signal }): Promise<RunningJobs> =>
    api.get<JobPage>('/api/jobs', { query: { state: 'RUNNING', limit: MOST }, signal }),
  staleTime: Infinity,
});

/** Brings a job in when it begins to run, and takes it out when it does no more. */
export function mendRunningJobs(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  const { id, action, version = 0, values = {} } = event;
  const running = queryClient.getQueryData<RunningJobs>(keys.runningJobs);
  if (!running) return [];
  const known = running.items.find((job) => job.id === id);
  if (known && known.version > version && action === 'changed') return [];
  const state = values.state as Job['state'] | undefined;
  const others = running.items.filter((job) => job.id !== id);
  const keep = (items: RunningJob[]) => {
    queryClient.setQueryData<RunningJobs>(keys.runningJobs, { ...running, items });
  };
  if (action === 'removed' || (state && state !== 'RUNNING')) {
    if (!known) return [];
    keep(others);
    return running.nextCursor !== null && others.length < FEW ? [keys.runningJobs] : [];
  }
  if (known) {
    keep(running.items.map((job) => (job.id === id ? { ...job, ...values, version } : job)));
    return [];
  }
  if (!isToldWhole(values)) return [keys.runningJobs];
  keep([{ ...values, id, version, state: 'RUNNING' as const }, ...others]);
  return [];
}

function isToldWhole(
  values: Record<string, unknown>,
): values is Pick<RunningJob, 'kind' | 'action' | 'subject' | 'progress'> {
  return ['kind', 'action', 'subject', 'progress'].every((name) => name in values);
}
