import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { staleKeys, type ChangeEvent } from './invalidation';
import { keys } from './keys';
import type { Host, Job, Vm } from './schema';

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
    if (event.type === 'job') return mendJob(queryClient, event);
    if (event.type === 'host') return mendHost(queryClient, event);
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

function mendHost(queryClient: QueryClient, event: ChangeEvent): QueryKey[] {
  const { version, since, values } = event;
  if (version === undefined || since === undefined) return staleKeys(event);
  const rows = rowsOf<Host>(queryClient, keys.hosts, event.id);
  const told = rows.length > 0 && rows.every((host) => host.version >= since);
  if (!told || isAsked(queryClient, keys.hosts)) return [keys.hosts];
  rewrite<Host>(queryClient, keys.hosts, event.id, (host) =>
    host.version >= version ? host : { ...host, ...values, version },
  );
  return [];
}

function mendJob(queryClient: QueryClient, event: ChangeEvent): QueryKey[] {
  const { version, since, values } = event;
  if (version === undefined || since === undefined) return staleKeys(event);
  const subject = values?.subject as Job['subject'] | undefined;
  const mended = (job: Job): Job =>
    // whoever is told so much does not wait for a worker any more
    job.version >= version ? job : { ...job, ...values, waitReason: null, version };
  const stale = cachedKeys(queryClient, keys.jobs).filter((key) => {
    if (key[1] === 'one' && key[2] !== event.id) return false;
    if (key[1] === 'of' && key[2] !== subject?.id) return false;
    if (key[3] === 'log') return true;
    const rows = rowsOf<Job>(queryClient, key, event.id);
    if (rows.length === 0) return !!values?.state || isAsked(queryClient, key);
    const told = rows.every((job) => job.version >= since);
    if (!told || (values?.state && isChosen(key)) || isAsked(queryClient, key)) return true;
    rewrite<Job>(queryClient, key, event.id, mended);
    return false;
  });
  return [...stale, ...mendVmsJob(queryClient, event, version, subject?.id ?? '')];
}

/** A VM shows its newest unfinished job. */
function mendVmsJob(
  queryClient: QueryClient,
  event: ChangeEvent,
  version: number,
  vmId: string,
): QueryKey[] {
  const { state, progress } = event.values as Partial<Job>;
  const mended = (job: NonNullable<Vm['job']>): Vm['job'] => {
    if (job.version >= version) return job;
    return state === 'COMPLETED'
      ? null
      : { ...job, ...(state && { state }), ...(progress && { progress }), version };
  };
  return cachedKeys(queryClient, keys.vms).filter((key) => {
    if (key[1] === 'one' && key[2] !== vmId) return false;
    const rows = rowsOf<Vm>(queryClient, key, vmId);
    if (rows.length === 0) return isAsked(queryClient, key);
    const shown = rows.every((vm) => vm.job?.id === event.id);
    // where it did not do its work, an earlier one may be the newest again
    const over = state === 'CANCELLED' || state === 'DISCARDED';
    if (isAsked(queryClient, key) || over || (!shown && isUnfinished(state))) return true;
    if (shown) {
      rewrite<Vm>(queryClient, key, vmId, (vm) => ({ ...vm, job: vm.job && mended(vm.job) }));
    }
    return false;
  });
}

function isUnfinished(state: Job['state'] | undefined): boolean {
  return !!state && !['COMPLETED', 'DISCARDED', 'CANCELLED'].includes(state);
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
