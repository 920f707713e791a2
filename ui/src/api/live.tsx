import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { EventStream, type StreamStatus } from './eventStream';
import { Invalidator, type ChangeEvent } from './invalidation';
import { OvertakenAnswers } from './overtaken';
import { askServer, probe, probeWhileAway } from './probe';
import { reachability } from './reachability';

const POLL_MILLIS = 3_000;

const LiveContext = createContext<StreamStatus>('connecting');

/** What the events of the stream mean for the page. */
export interface EventMeaning {
  types: () => Iterable<string>;
  /** Mends cached answers, and returns the keys of those that have to be asked for again. */
  mend: (event: ChangeEvent, queryClient: QueryClient) => QueryKey[];
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
    const answers = new OvertakenAnswers(queryClient, meaning.mend, (stale) => {
      invalidator.add(stale);
    });
    const unwatch = answers.watch();
    let lost = false;
    const stream = new EventStream(
      '/api/events',
      {
        onStatus: (next) => {
          setStatus(next);
          if (next === 'live' && lost) void queryClient.invalidateQueries();
          // Whether the server is away with it is known soonest by asking.
          if (next === 'broken' && !lost) void askServer().catch(() => undefined);
          lost = next === 'broken';
        },
        onChange: (event) => {
          answers.tell(event);
        },
        onSign: reachability.answered,
        onSilence: () => {
          reachability.silent();
          void probe(stream);
        },
      },
      askServer,
    );
    const listen = () => {
      stream.listenTo(meaning.types());
    };
    listen();
    const forget = meaning.subscribe(listen);
    stream.open();
    const stopProbing = probeWhileAway(stream);
    return () => {
      forget();
      unwatch();
      stopProbing();
      stream.close();
    };
  }, [queryClient, meaning]);

  return <LiveContext value={status}>{children}</LiveContext>;
}

export function useStreamStatus(): StreamStatus {
  return use(LiveContext);
}

/** For `refetchInterval`: queries poll while the event stream is broken. */
export function usePolling(): number | false {
  return useStreamStatus() === 'broken' ? POLL_MILLIS : false;
}
