import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { cachedKeys, isBehind, rewrite, rowsOf, takeOut } from '@/api/cached';
import { tellsAll, type ChangeEvent } from '@/api/invalidation';
import { keys, type JobFilter } from '@/api/keys';
import type { Job } from '@/api/schema';
import { noteMove } from './counts';

/** Writes what a job has become into what shows it. */
export function mendJob(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  const told = (event.values ?? {}) as Partial<Job>;
  if (!event.values || told.state) noteMove(queryClient);
  const shown = cachedKeys(queryClient, keys.jobs).filter((key) => mayShow(key, event.id, told));
  const logs = shown.filter((key) => key[3] === 'log');
  const others = shown.filter((key) => key[3] !== 'log');
  return [...others.filter((key) => isStale(key, event, queryClient)), ...logs];
}

/** Whether a cached answer has to do with the job at all. */
function mayShow(key: QueryKey, id: string, { subject }: Partial<Job>): boolean {
  if (key[1] === 'one') return key[2] === id;
  return key[1] !== 'of' || !subject || key[2] === subject.id;
}

/** Whether it has to be asked for again, because what is told could not be written into it. */
function isStale(key: QueryKey, event: ChangeEvent, queryClient: QueryClient): boolean {
  const { id, version = 0, values = {} } = event;
  const rows = rowsOf<Job>(queryClient, key, id);
  const filter = key[1] === 'list' ? (key[2] as JobFilter) : {};
  const outside = isOutside(filter, values);
  if (event.action === 'removed') return rows.length > 0 && !takeOut(queryClient, key, id);
  if (rows.length === 0) {
    if (key[1] === 'one') return !!values.state;
    return (!event.values || !!values.state) && !outside && !isBehind(queryClient, key, id);
  }
  if (event.values && rows.every((job) => job.version >= version)) return false;
  if (outside) return !takeOut(queryClient, key, id);
  if (!tellsAll(event) || rows.some((job) => job.version < event.since)) return true;
  rewrite<Job>(queryClient, key, id, (job) =>
    // whoever is told so much does not wait for a worker any more
    job.version >= version ? job : { ...job, ...values, waitReason: null, version },
  );
  // What has become of its parts is not told.
  return rows.some((job) => job.result);
}

/** Whether a list has no job like this one. */
function isOutside(filter: JobFilter, { state, kind, parentId, subject }: Partial<Job>): boolean {
  return (
    differs(filter.state, state) ||
    differs(filter.kind, kind) ||
    differs(filter.parent, parentId) ||
    differs(filter.subject, subject?.id)
  );
}

/** Where nothing is told or asked for, it may be the same. */
function differs(asked: string | undefined, told: string | null | undefined): boolean {
  return asked !== undefined && told !== undefined && asked !== told;
}
