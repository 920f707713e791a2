import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError } from '@/api/problem';
import type { Job, Vm } from '@/api/schema';

/** Where no event tells that it is gone. */
const ASK_AGAIN_MILLIS = 5_000;
const LONGEST_DELETION_MILLIS = 60_000;
/** For all of it: two requests for the VM, and its deletion. */
export const LONGEST_REPLACEMENT_MILLIS = LONGEST_DELETION_MILLIS + 60_000;

/** The VM that was to be replaced is still going. */
export class StillThere extends Error {
  override readonly name = 'StillThere';
}

/**
 * Makes a VM in the place of one that could not be made. That one is deleted only when the server has accepted everything of the
 * new one: it looks at the name last.
 */
export async function createInPlaceOf(
  replaced: Pick<Vm, 'id' | 'name'>,
  name: string,
  create: () => Promise<Job>,
  queryClient: QueryClient,
  signal: AbortSignal,
): Promise<Job> {
  try {
    const job = await create();
    await remove(replaced.id, signal);
    return job;
  } catch (error) {
    if (!isNameTaken(error) || name !== replaced.name) throw error;
  }
  await remove(replaced.id, signal);
  await untilGone(replaced.id, queryClient, signal);
  return create();
}

async function remove(id: string, signal: AbortSignal): Promise<void> {
  try {
    await api.delete(`/api/vms/${id}`, { signal });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Its page is told by an event that it is gone. */
async function untilGone(id: string, queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  const observer = new QueryObserver<Vm>(queryClient, {
    queryKey: keys.vm(id),
    queryFn: ({ signal: ended }) => api.get<Vm>(`/api/vms/${id}`, { signal: ended }),
    refetchInterval: ASK_AGAIN_MILLIS,
    retry: false,
  });
  const ends: (() => void)[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const look = ({ error }: { error: Error | null }) => {
        if (isGone(error)) resolve();
      };
      ends.push(observer.subscribe(look));
      look(observer.getCurrentResult());
      const timer = setTimeout(() => {
        reject(new StillThere());
      }, LONGEST_DELETION_MILLIS);
      const give = () => {
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', give);
      ends.push(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', give);
      });
    });
  } finally {
    for (const end of ends) end();
  }
}

function isNameTaken(error: unknown): boolean {
  return error instanceof ProblemError && error.slug === 'name-taken';
}

function isGone(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 404;
}
