import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { api } from './client';
import { EventStream, type StreamStatus } from './eventStream';
import { Invalidator, type ChangeEvent } from './invalidation';
import { reachability } from './reachability';

const POLL_MILLIS = 3_000;
const PROBE_MILLIS = 2_000;

const LiveContext = createContext<StreamStatus>('connecting');

/** What the events of the stream mean for the page. */
export interface EventMeaning {
  types: () => Iterable<string>;
  /** Mends cached answers, and returns the keys of those that have to be asked for again. */
  mend: (event: ChangeEvent) => QueryKey[];
  /** Calls back when there are other types. */
  subscribe: (listener: () => void) => () => void;
}

/** Holds the one event stream of the page while somebody is logged in. */
export function LiveProvider({
  meaning,
  children,
}: {
  meaning: EventMeaning;
  children: ReactNode;
}) {
  const queryClient = useQueryClient();
  const [status, setStatus] = useState<StreamStatus>('connecting');

  useEffect(() => {
    const invalidator = new Invalidator((queryKey) => queryClient.invalidateQueries({ queryKey }));
    let lost = false;
    const stream = new EventStream(
      '/api/events',
      {
        onStatus: (next) => {
          setStatus(next);
          if (next === 'live' && lost) void queryClient.invalidateQueries();
          lost = next === 'broken';
        },
        onChange: (event) => {
          invalidator.add(meaning.mend(event));
        },
        onSign: reachability.answered,
        onSilence: () => {
          reachability.unanswered();
          void probe(stream);
        },
      },
      askForSession,
    );
    const listen = () => {
      stream.listenTo(meaning.types());
    };
    listen();
    const forget = meaning.subscribe(listen);
    stream.open();
    const stopProbing = probeWhileLost(stream);
    return () => {
      forget();
      stopProbing();
      stream.close();
    };
  }, [queryClient, meaning]);

  return <LiveContext value={status}>{children}</LiveContext>;
}

/** Answers or fails within a moment, also where the network swallows everything. */
function askForSession(): Promise<unknown> {
  return api.get('/api/auth/me', { signal: AbortSignal.timeout(PROBE_MILLIS) });
}

async function probe(stream: EventStream): Promise<void> {
  try {
    await askForSession();
    stream.wake();
  } catch {
    stream.doubt();
  }
}

/** Asks every few seconds for a server that is away, and at once when the browser says that its network has changed. */
function probeWhileLost(stream: EventStream): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const now = () => void probe(stream);
  const unsubscribe = reachability.subscribe(() => {
    clearInterval(timer);
    if (reachability.read().lost) timer = setInterval(now, POLL_MILLIS);
    else stream.wake();
  });
  window.addEventListener('online', now);
  window.addEventListener('offline', now);
  return () => {
    clearInterval(timer);
    unsubscribe();
    window.removeEventListener('online', now);
    window.removeEventListener('offline', now);
  };
}

export function useStreamStatus(): StreamStatus {
  return use(LiveContext);
}

/** For `refetchInterval`: queries poll while the event stream is broken. */
export function usePolling(): number | false {
  return useStreamStatus() === 'broken' ? POLL_MILLIS : false;
}
