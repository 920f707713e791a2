import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { cachedKeys, rewrite } from '@/api/cached';
import type { ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import type { Job, Vm } from '@/api/schema';
import { vmsOf } from './mending';

/** A VM shows its newest unfinished job, so what becomes of a job is a change of the VM too. */
export function mendVmsJob(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  const { id, action, version, values } = event;
  if (action !== 'changed' || version === undefined || !values) return [keys.vms];
  const told = values as Partial<Job>;
  if (told.subject && told.subject.type !== 'vm') return [];
  const vmId = told.subject?.id ?? '';
  return listsAndVm(queryClient, vmId).filter((key) => {
    const rows = vmsOf(queryClient, key, vmId);
    if (rows.length === 0) return false;
    // where it did not do its work, an earlier one may be the newest again
    const over =
      (told.state === 'CANCELLED' || told.state === 'DISCARDED') &&
      rows.some((vm) => vm.job?.id === id);
    const missed = rows.some((vm) => vm.job?.id === id && vm.job.version < (event.since ?? 0));
    const unknown =
      isUnfinished(told.state) && !isWhole(told) && rows.some((vm) => vm.job?.id !== id);
    if (over || missed || unknown) return true;
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
