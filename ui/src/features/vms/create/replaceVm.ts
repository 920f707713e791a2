import { api } from '@/api/client';
import { ProblemError } from '@/api/problem';
import type { Vm } from '@/api/schema';

const ASK_AGAIN_MILLIS = 500;

/** Deletes a VM and waits until its name is free again. */
export async function deleteAndWait(id: string, signal: AbortSignal): Promise<void> {
  let vm = await find(id, signal);
  if (vm && vm.state !== 'DELETING') await api.delete(`/api/vms/${id}`, { signal });
  while (vm) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLIS));
    signal.throwIfAborted();
    vm = await find(id, signal);
  }
}

async function find(id: string, signal: AbortSignal): Promise<Vm | undefined> {
  try {
    return await api.get<Vm>(`/api/vms/${id}`, { signal });
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return undefined;
    throw error;
  }
}
