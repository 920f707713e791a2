import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { cachedKeys, isAsked, rewrite, rowsOf } from '@/api/cached';
import { tellsAll, type ChangeEvent } from '@/api/invalidation';
import { keys, type VmFilter } from '@/api/keys';
import type { Job, Vm } from '@/api/schema';
import { changedOf, decidersOf, isComplete } from './listing';
import { moveCount } from './counting';

type Values = Partial<Vm>;

/** Writes what a VM has become into what shows it. */
export function mendVm(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  if (!tellsAll(event)) return [['vms', 'list'], ['vms', 'counts'], keys.vm(event.id)];
  const { id, version, since } = event;
  const values = event.values as Values;
  const known = cachedKeys(queryClient, keys.vms).flatMap((key) => vmsOf(queryClient, key, id));
  const before = known.find((vm) => vm.version >= since);
  const mended = (vm: Vm) => (vm.version >= version ? vm : { ...vm, ...values, version });
  const stale = cachedKeys(queryClient, keys.vms).filter((key) => {
    if (key[1] === 'one' && key[2] !== id) return false;
    if (key[1] === 'counts') return !moveCount(queryClient, key, before, event);
    const rows = vmsOf(queryClient, key, id);
    if (isAsked(queryClient, key)) return true;
    const deciders = key[1] === 'list' ? decidersOf(key[2] as VmFilter) : new Set();
    const decided = !before || changedOf(before, values).some((what) => deciders.has(what));
    if (rows.length === 0) return since === 0 || (deciders.size > 0 ? decided : mayMiss(key));
    if (!rows.every((vm) => vm.version >= since)) return true;
    return decided && deciders.size > 0;
  });
  for (const key of cachedKeys(queryClient, keys.vms)) {
    const rows = vmsOf(queryClient, key, id);
    const told = rows.length > 0 && rows.every((vm) => vm.version >= since);
    if (told && !isAsked(queryClient, key)) rewrite<Vm>(queryClient, key, id, mended);
  }
  return stale;

  /** A list of all of them should have it, unless it is among those that are not loaded. */
  function mayMiss(key: QueryKey): boolean {
    return key[1] === 'one' || isComplete(queryClient, key);
  }
}

/** A VM shows its newest unfinished job, so what becomes of a job is a change of the VM too. */
export function mendVmsJob(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  const { id, action, version, values } = event;
  if (action !== 'changed' || version === undefined || !values) return [keys.vms];
  const told = values as Partial<Job>;
  const vmId = told.subject?.id ?? '';
  return listsAndVm(queryClient, vmId).filter((key) => {
    const rows = vmsOf(queryClient, key, vmId);
    if (rows.length === 0) return isAsked(queryClient, key);
    // where it did not do its work, an earlier one may be the newest again
    const over = told.state === 'CANCELLED' || told.state === 'DISCARDED';
    const missed = rows.some((vm) => vm.job?.id === id && vm.job.version < (event.since ?? 0));
    const unknown =
      isUnfinished(told.state) && !isWhole(told) && rows.some((vm) => vm.job?.id !== id);
    if (isAsked(queryClient, key) || over || missed || unknown) return true;
    rewrite<Vm>(queryClient, key, vmId, (vm) => ({
      ...vm,
      job: jobAfter(vm.job, id, version, told),
    }));
    return false;
  });
}

/** Writes a job that was just asked for into what shows its VM. */
export function showVmsJob(job: Job, queryClient: QueryClient): void {
  const { id, version, subject } = job;
  for (const key of listsAndVm(queryClient, subject.id)) {
    rewrite<Vm>(queryClient, key, subject.id, (vm) => ({
      ...vm,
      job: jobAfter(vm.job, id, version, job),
    }));
  }
}

function jobAfter(shown: Vm['job'], id: string, version: number, told: Partial<Job>): Vm['job'] {
  const { state, progress } = told;
  const ended = state === 'COMPLETED';
  if (shown?.id === id) {
    if (shown.version >= version) return shown;
    return ended
      ? null
      : { ...shown, ...(state && { state }), ...(progress && { progress }), version };
  }
  // Ids grow with time: an earlier job is not the newest.
  const newer = !shown || shown.id < id;
  if (ended || !newer || !isWhole(told)) return shown;
  return {
    id,
    kind: told.kind,
    action: told.action ?? null,
    state: told.state,
    progress: told.progress,
    version,
  };
}

type WholeJob = Pick<Job, 'kind' | 'state' | 'progress'> & Partial<Pick<Job, 'action'>>;

/** Whether it tells all that a VM shows of its job. */
function isWhole(told: Partial<Job>): told is WholeJob {
  return !!told.kind && !!told.state && !!told.progress;
}

function isUnfinished(state: Job['state'] | undefined): boolean {
  return !!state && !['COMPLETED', 'DISCARDED', 'CANCELLED'].includes(state);
}

function listsAndVm(queryClient: QueryClient, vmId: string): QueryKey[] {
  return cachedKeys(queryClient, keys.vms).filter(
    (key) => key[1] !== 'counts' && (key[1] !== 'one' || key[2] === vmId),
  );
}

function vmsOf(queryClient: QueryClient, key: QueryKey, id: string): Vm[] {
  return key[1] === 'counts' ? [] : rowsOf<Vm>(queryClient, key, id);
}
