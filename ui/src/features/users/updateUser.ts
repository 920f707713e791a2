import { api } from '@/api/client';
import { ProblemError } from '@/api/problem';
import type { ManagedUser, UserPatch } from '@/api/schema';

const MOST_TRIES = 5;
const CHANGED_MEANWHILE = 412;

/** What its reader saw of an account. */
type SeenUser = Pick<ManagedUser, 'id' | 'role' | 'state' | 'quota' | 'version'>;

/**
 * Changes an account as its reader saw it. Its version grows with each login too; only where what the reader is about to change
 * is no longer what they saw, the refusal is theirs to know.
 */
export async function updateUser(
  seen: SeenUser,
  patch: UserPatch,
  signal: AbortSignal,
): Promise<ManagedUser> {
  const path = `/api/admin/users/${seen.id}`;
  let { version } = seen;
  for (let tries = 1; ; tries++) {
    try {
      return await api.patch<ManagedUser>(path, patch, version, signal);
    } catch (error) {
      const stale = error instanceof ProblemError && error.status === CHANGED_MEANWHILE;
      if (!stale || tries === MOST_TRIES) throw error;
      const now = await api.get<ManagedUser>(path, { signal });
      if (decided(now) !== decided(seen)) throw error;
      version = now.version;
    }
  }
}

function decided({ role, state, quota }: SeenUser): string {
  const { vms, vcpus, memoryMib, diskGib } = quota;
  return [role, state, vms, vcpus, memoryMib, diskGib].join();
}
