import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { cachedKeys, isAsked, rowsOf } from '@/api/cached';
import type { ChangeEvent } from '@/api/invalidation';
import type { VmFilter } from '@/api/keys';
import type { Vm, VmState } from '@/api/schema';
import { changedOf, decidersOf } from './listing';
import type { VmCounts } from './queries';

/**
 * Counts a VM where it is now, if it is known where it was counted before.
 *
 * @returns whether that is enough; otherwise the counts have to be asked for again
 */
export function moveCount(
  queryClient: QueryClient,
  key: QueryKey,
  before: Vm | undefined,
  { id, version = 0, since, values }: ChangeEvent,
): boolean {
  if (isAsked(queryClient, key) || !before || since === 0) return false;
  const now = values as Partial<Vm>;
  const { q } = key[2] as { q?: string };
  const changed = changedOf(before, now);
  const deciders = decidersOf({ q });
  // The counts are told as if nothing was said of the state.
  if (changed.some((what) => what !== 'state' && deciders.has(what))) return false;
  const { state: next } = now;
  if (before.version >= version || !next || next === before.state) return true;
  if (q !== undefined && !isFound(queryClient, q, id)) return false;
  queryClient.setQueryData<VmCounts>(key, (counts) => counts && moved(counts, before.state, next));
  return true;
}

function moved({ states }: VmCounts, from: VmState, to: VmState): VmCounts {
  const left = Math.max((states[from] ?? 0) - 1, 0);
  return { states: { ...states, [from]: left, [to]: (states[to] ?? 0) + 1 } };
}

/** Whether a list shows that this search finds the VM. */
function isFound(queryClient: QueryClient, q: string, id: string): boolean {
  return cachedKeys(queryClient, ['vms', 'list'])
    .filter((key) => (key[2] as VmFilter).q === q)
    .some((key) => rowsOf<Vm>(queryClient, key, id).length > 0);
}
