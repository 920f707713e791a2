import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { cachedKeys, isAsked, isChosen, rewrite, rowsOf } from '@/api/cached';
import { tellsAll, type ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import type { Job, Vm } from '@/api/schema';

/** Writes what a VM has become into what shows it. */
export function mendVm(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  if (!tellsAll(event)) return [['vms', 'list'], keys.vm(event.id)];
  const { version, since, values } = event;
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

/** A VM shows its newest unfinished job, so the progress of a job is a change of the VM too. */
export function mendVmsJob(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  if (!tellsAll(event)) return [keys.vms];
  const { version, values } = event;
  const { state, progress, subject } = values as Partial<Job>;
  const vmId = subject?.id ?? '';
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
