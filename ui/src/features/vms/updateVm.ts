import { api } from '@/api/client';
import { ProblemError } from '@/api/problem';
import type { Vm, VmPatch } from '@/api/schema';

const MOST_TRIES = 5;
const CHANGED_MEANWHILE = 412;

/** What its reader saw of a VM. */
export type SeenVm = Pick<Vm, 'id' | 'name' | 'tags' | 'version'>;

/**
 * Changes a VM as its reader saw it. Its version grows with whatever happens to it, an address for instance; only
 * where what the reader is about to change is no longer what they saw, the refusal is theirs to know.
 */
export async function updateVm(seen: SeenVm, patch: VmPatch, signal?: AbortSignal): Promise<Vm> {
  let { version } = seen;
  for (let tries = 1; ; tries++) {
    try {
      return await api.patch<Vm>(`/api/vms/${seen.id}`, patch, version, signal);
    } catch (error) {
      if (!isStale(error) || tries === MOST_TRIES) throw error;
      const now = await api.get<Vm>(`/api/vms/${seen.id}`, { ...(signal && { signal }) });
      if (!looksLike(now, seen)) throw error;
      version = now.version;
    }
  }
}

export function isStale(error: unknown): boolean {
  return error instanceof ProblemError && error.status === CHANGED_MEANWHILE;
}

function looksLike(now: Vm, seen: SeenVm): boolean {
  return now.name === seen.name && now.tags.join() === seen.tags.join();
}
