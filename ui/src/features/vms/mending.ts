import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { cachedKeys, isBehind, isComplete, rewrite, rowsOf, takeOut } from '@/api/cached';
import { tellsAll, type ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import type { Vm } from '@/api/schema';
import { moveCount, uncount } from './counting';
import {
  changedOf,
  decidersOf,
  filterOf,
  isNewestFirst,
  isOfAll,
  isOutside,
  type ListedFilter,
} from './listing';

/** What has become of a VM, and what is known of it from before. */
interface Told {
  id: string;
  version: number;
  since: number;
  values: Partial<Vm>;
  before: Vm | undefined;
}

/** Writes what a VM has become into what shows it. */
export function mendVm(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  const { id } = event;
  const all = cachedKeys(queryClient, keys.vms).filter((key) => key[1] !== 'one' || key[2] === id);
  const known = all.flatMap((key) => vmsOf(queryClient, key, id));
  if (event.action === 'removed') return forget(id, all, known[0], queryClient);
  if (!tellsAll(event)) return [['vms', 'list'], ['vms', 'counts'], keys.vm(id)];
  const before = known.find((vm) => vm.version >= event.since);
  const told: Told = { ...event, values: event.values, before };
  const stale = all.filter((key) =>
    key[1] === 'counts'
      ? !moveCount(queryClient, key, before, event)
      : isDoubtful(told, key, queryClient),
  );
  return [...stale, ...all.filter((key) => !write(told, key, queryClient))];
}

/** Whether what is told is not enough for an answer that shows the VM, or may show it from now on. */
function isDoubtful(told: Told, key: QueryKey, queryClient: QueryClient): boolean {
  const { id, version, since, values, before } = told;
  const rows = vmsOf(queryClient, key, id);
  const filter = filterOf(key);
  if (rows.length === 0) return !filter || mayEnter(told, key, filter, queryClient);
  if (rows.every((vm) => vm.version >= version)) return false;
  if (rows.some((vm) => vm.version < since)) return true;
  if (!filter || isOutside(filter, values)) return false;
  const deciders = decidersOf(filter);
  return deciders.size > 0 && (!before || changedOf(before, values).some((it) => deciders.has(it)));
}

/** Whether a list that does not have the VM may have to show it now. */
function mayEnter(
  { id, since, values, before }: Told,
  key: QueryKey,
  filter: ListedFilter,
  queryClient: QueryClient,
): boolean {
  if (isOutside(filter, values)) return false;
  // It is new, or has come back.
  if (since === 0) return true;
  if (isNewestFirst(filter) && isBehind(queryClient, key, id)) return false;
  // Where a list is short, or of one host, nothing that changes brings in one that is not there.
  if (filter.limit !== undefined || filter.host !== undefined) return false;
  if (isOfAll(filter)) return isComplete(queryClient, key);
  const deciders = decidersOf(filter);
  if (deciders.size === 0) return false;
  return !before || changedOf(before, values).some((it) => deciders.has(it));
}

/** Whether it is written down; a list that it has left and that is empty now may have more. */
function write(told: Told, key: QueryKey, queryClient: QueryClient): boolean {
  const { id, version, since, values } = told;
  const rows = vmsOf(queryClient, key, id);
  if (rows.length === 0 || rows.some((vm) => vm.version < since)) return true;
  if (rows.every((vm) => vm.version >= version)) return true;
  const filter = filterOf(key);
  if (filter && isOutside(filter, values)) return takeOut(queryClient, key, id);
  rewrite<Vm>(queryClient, key, id, (vm) =>
    vm.version >= version ? vm : { ...vm, ...values, version },
  );
  return true;
}

/** A VM that is gone is in no list any more. */
function forget(
  id: string,
  all: QueryKey[],
  known: Vm | undefined,
  queryClient: QueryClient,
): QueryKey[] {
  const miscounted = all.filter(
    (key) => key[1] === 'counts' && !uncount(queryClient, key, known, id),
  );
  const emptied = all.filter((key) => filterOf(key) && !takeOut(queryClient, key, id));
  return [...miscounted, ...emptied, keys.vm(id)];
}

/** The copies of a VM in a cached answer. */
export function vmsOf(queryClient: QueryClient, key: QueryKey, id: string): Vm[] {
  return key[1] === 'counts' ? [] : rowsOf<Vm>(queryClient, key, id);
}
