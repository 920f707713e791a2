import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { api } from './client';
import { EventStream, type StreamStatus } from './eventStream';
import { Invalidator } from './invalidation';
import { mend } from './mending';

const POLL_MILLIS = 3_000;

const LiveContext = createContext<StreamStatus>('connecting');

/** Holds the one event stream of the page while somebody is logged in. */
export function LiveProvider({ children }: { children: ReactNode }) {
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
          invalidator.add(event, mend(queryClient, event));
        },
      },
      () => api.get('/api/auth/me'),
    );
    stream.open();
    return () => {
      stream.close();
    };
  }, [queryClient]);

  return <LiveContext value={status}>{children}</LiveContext>;
}

export function useStreamStatus(): StreamStatus {
  return use(LiveContext);
}

/** For `refetchInterval`: queries poll while the event stream is broken. */
export function usePolling(): number | false {
  return useStreamStatus() === 'broken' ? POLL_MILLIS : false;
}
