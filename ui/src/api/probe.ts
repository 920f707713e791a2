import { api } from './client';
import type { EventStream } from './eventStream';
import { ProblemError, UNREACHABLE } from './problem';
import { reachability } from './reachability';

const ANSWER_MILLIS = 2_000;
const DOUBTED_MILLIS = 500;
const LOST_MILLIS = 3_000;

type Stream = Pick<EventStream, 'wake' | 'doubt'>;

/** Answers or fails within a moment, also where the network swallows everything. */
export function askServer(): Promise<unknown> {
  return api.get('/api/auth/me', { signal: AbortSignal.timeout(ANSWER_MILLIS) });
}

/** Asks the server, and lets the stream know whether it answers. */
export async function probe(stream: Stream): Promise<void> {
  try {
    await askServer();
    stream.wake();
  } catch (error) {
    if (error instanceof ProblemError && error.status === UNREACHABLE) stream.doubt();
  }
}

/**
 * Asks for a server that does not answer: at once and several times a second while that may be a hiccup, every few seconds
 * when it is away, and whenever the browser says that its network has changed.
 */
export function probeWhileAway(stream: Stream): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const now = () => void probe(stream);
  const unsubscribe = reachability.subscribe(() => {
    clearInterval(timer);
    if (reachability.read().lost) timer = setInterval(now, LOST_MILLIS);
    else stream.wake();
  });
  const stopDoubting = reachability.onDoubt(() => {
    clearInterval(timer);
    timer = setInterval(() => {
      if (reachability.doubted) now();
      else clearInterval(timer);
    }, DOUBTED_MILLIS);
    now();
  });
  window.addEventListener('online', now);
  window.addEventListener('offline', now);
  return () => {
    clearInterval(timer);
    unsubscribe();
    stopDoubting();
    window.removeEventListener('online', now);
    window.removeEventListener('offline', now);
  };
}
