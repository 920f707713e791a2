import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { cachedKeys, isAsked, isChosen, rewrite, rowsOf } from '@/api/cached';
import { tellsAll, type ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import type { Job } from '@/api/schema';

/** Writes what a job has become into what shows it. */
export function mendJob(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  if (!tellsAll(event)) return [['jobs', 'list'], ['jobs', 'of'], keys.job(event.id)];
  const { version, since, values } = event;
  const subject = values.subject as Job['subject'] | undefined;
  const mended = (job: Job): Job =>
    // whoever is told so much does not wait for a worker any more
    job.version >= version ? job : { ...job, ...values, waitReason: null, version };
  return cachedKeys(queryClient, keys.jobs).filter((key) => {
    if (key[1] === 'one' && key[2] !== event.id) return false;
    if (key[1] === 'of' && key[2] !== subject?.id) return false;
    if (key[3] === 'log') return true;
    const rows = rowsOf<Job>(queryClient, key, event.id);
    if (rows.length === 0) return !!values.state || isAsked(queryClient, key);
    const told = rows.every((job) => job.version >= since);
    if (!told || (values.state && isChosen(key)) || isAsked(queryClient, key)) return true;
    rewrite<Job>(queryClient, key, event.id, mended);
    return false;
  });
}
