import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { staleKeys, type ChangeEvent } from './invalidation';
import { keys } from './keys';
import type { Job, Vm } from './schema';

interface Items<T> {
  items: T[];
}

type Cached<T> = T | Items<T> | { pages: Items<T>[] };

/**
 * Writes what an event tells into the cached answers, and returns the keys of those that it does not tell enough for.
 * An answer that is on its way may be older than the event, so it is asked for again.
 */
export function mend(queryClient: QueryClient, event: ChangeEvent): QueryKey[] {
  if (event.action === 'changed' && event.values) {
    if (event.type === 'vm') return mendVm(queryClient, event);
    if (isProgress(event)) return mendProgress(queryClient, event);
  }
  return staleKeys(event);
}

function mendVm(queryClient: QueryClient, event: ChangeEvent): QueryKey[] {
  const { version, since, values } = event;
  if (version === undefined || since === undefined) return staleKeys(event);
  const knowsEnough = (vm: Vm) => vm.version >= since;
  const mended = (vm: Vm) => (vm.version >= version ? vm : { ...vm, ...values, version });
  return cachedKeys(queryClient, keys.vms).filter((key) => {
    if (key[1] === 'one' && key[2] !== event.id) return false;
    const rows = rowsOf<Vm>(queryClient, key, event.id);
    const told = rows.length > 0 && rows.every(knowsEnough);
    if (!told || isChosen(key) || isAsked(queryClient, key)) return true;
    rewrite<Vm>(queryClient, key, event.id, mended);
    return false;
  });
}

/** A running job has got on, and nothing else: whether it still runs is another event's to tell. */
function isProgress(event: ChangeEvent): boolean {
  return event.type === 'job' && !!event.values?.progress && !event.values.state;
}

function mendProgress(queryClient: QueryClient, event: ChangeEvent): QueryKey[] {
  const progress = event.values?.progress as Job['progress'];
  const further = <T extends Pick<Job, 'progress' | 'state'>>(job: T): T =>
    job.state === 'RUNNING' && job.progress.percent <= progress.percent
      ? { ...job, progress }
      : job;
  const stale: QueryKey[] = [keys.jobLog(event.id)];
  for (const key of cachedKeys(queryClient, keys.jobs)) {
    if (key[3] === 'log' || rowsOf<Job>(queryClient, key, event.id).length === 0) continue;
    if (isAsked(queryClient, key)) stale.push(key);
    else rewrite<Job>(queryClient, key, event.id, further);
  }
  const vmId = (event.values?.subject as Job['subject'] | undefined)?.id ?? '';
  for (const key of cachedKeys(queryClient, keys.vms)) {
    if (rowsOf<Vm>(queryClient, key, vmId).length === 0) continue;
    if (isAsked(queryClient, key)) stale.push(key);
    else
      rewrite<Vm>(queryClient, key, vmId, (vm) =>
        vm.job?.id === event.id ? { ...vm, job: further(vm.job) } : vm,
      );
  }
  return stale;
}

function cachedKeys(queryClient: QueryClient, prefix: QueryKey): QueryKey[] {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: prefix })
    .map((query) => query.queryKey);
}

/** Whether a list holds only what fits a filter, which a change may bring in or take out. */
function isChosen(key: QueryKey): boolean {
  const filter = key[1] === 'list' ? key[2] : undefined;
  return Object.values(filter ?? {}).some((value) => value !== undefined);
}

function isAsked(queryClient: QueryClient, key: QueryKey): boolean {
  return queryClient.isFetching({ queryKey: key, exact: true }) > 0;
}

function rowsOf<T extends { id: string }>(
  queryClient: QueryClient,
  key: QueryKey,
  id: string,
): T[] {
  const data = queryClient.getQueryData<Cached<T>>(key);
  if (!data) return [];
  return itemsOf<T>(data).filter((row) => row.id === id);
}

function itemsOf<T extends { id: string }>(data: Cached<T>): T[] {
  if ('pages' in data) return data.pages.flatMap((page) => page.items);
  return 'items' in data ? data.items : [data];
}

function rewrite<T extends { id: string }>(
  queryClient: QueryClient,
  key: QueryKey,
  id: string,
  fix: (row: T) => T,
): void {
  const fixed = (row: T) => (row.id === id ? fix(row) : row);
  const inPage = (page: Items<T>) => ({ ...page, items: page.items.map(fixed) });
  queryClient.setQueryData<Cached<T>>(key, (data) => {
    if (!data) return data;
    if ('pages' in data) return { ...data, pages: data.pages.map(inPage) };
    return 'items' in data ? inPage(data) : fixed(data as T);
  });
}
