import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { cachedKeys, rowsOf } from '@/api/cached';
import type { ChangeEvent } from '@/api/invalidation';
import type { VmFilter } from '@/api/keys';
import type { Vm, VmState } from '@/api/schema';
import { changedOf, decidersOf } from './listing';

/** How many VMs there are. */
export interface VmCounts {
  /** As the server has counted; where a search says something of the state, the states do not tell. */
  total?: number;
  /** In each state, as if a search said nothing of it; nothing stands for none. */
  states: Partial<Record<VmState, number>>;
  /** When they were asked for, in ms. */
  askedAt?: number;
  /** Whether events have changed them. They have no version that would tell what the answer had counted before. */
  moved?: true;
}

/** Of VMs that the page does not know counts are asked for again, but not more often. */
const ASK_AGAIN_MILLIS = 1_000;

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
  if (!before || since === 0) return areFresh(queryClient, key);
  const now = values as Partial<Vm>;
  const changed = changedOf(before, now);
  const deciders = decidersOf({ q: searchOf(key) });
  // The counts are told as if nothing was said of the state.
  if (changed.some((what) => what !== 'state' && deciders.has(what))) return false;
  const { state: next } = now;
  if (!next || (next === before.state && before.version < version)) return true;
  // Whether it is still found is for the server to say.
  if (deciders.has('state') || !isFound(queryClient, key, id)) return false;
  // Known before it was told: whether it is counted is not.
  const known = before.version >= version;
  change(queryClient, key, (states) => (known ? states : moved(states, before.state, next)));
  return true;
}

/**
 * Counts a VM no more.
 *
 * @returns whether that is enough
 */
export function uncount(
  queryClient: QueryClient,
  key: QueryKey,
  known: Vm | undefined,
  id: string,
): boolean {
  if (!known) return areFresh(queryClient, key);
  const counted = !decidersOf({ q: searchOf(key) }).has('state') && isFound(queryClient, key, id);
  if (!counted) return false;
  change(queryClient, key, (states) => moved(states, known.state));
  return true;
}

/** Whether they were asked for just now; then they are once more when nothing has moved for a while. */
function areFresh(queryClient: QueryClient, key: QueryKey): boolean {
  const { askedAt = 0 } = queryClient.getQueryData<VmCounts>(key) ?? {};
  if (Date.now() - askedAt > ASK_AGAIN_MILLIS) return false;
  change(queryClient, key, (states) => states);
  return true;
}

function change(
  queryClient: QueryClient,
  key: QueryKey,
  to: (states: VmCounts['states']) => VmCounts['states'],
): void {
  queryClient.setQueryData<VmCounts>(
    key,
    (counts) => counts && { ...counts, states: to(counts.states), moved: true },
  );
}

function moved(states: VmCounts['states'], from: VmState, to?: VmState): VmCounts['states'] {
  const left = { ...states, [from]: Math.max((states[from] ?? 0) - 1, 0) };
  return to ? { ...left, [to]: (left[to] ?? 0) + 1 } : left;
}

function searchOf(key: QueryKey): string | undefined {
  return (key[2] as { q?: string }).q;
}

/** Whether the VM is among what was counted: all are, or a list shows that the search finds it. */
function isFound(queryClient: QueryClient, key: QueryKey, id: string): boolean {
  const q = searchOf(key);
  if (q === undefined) return true;
  return cachedKeys(queryClient, ['vms', 'list'])
    .filter((list) => (list[2] as VmFilter).q === q)
    .some((list) => rowsOf<Vm>(queryClient, list, id).length > 0);
}
