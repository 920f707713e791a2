import { useSyncExternalStore } from 'react';

/** One clock for all relative times, which runs only while somebody looks at it. */
function clock(periodMillis: number) {
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      if (!timer) {
        now = Date.now();
        timer = setInterval(tick, periodMillis);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
    read: () => now,
  };
}

const seconds = clock(1_000);

export function useNow(): number {
  return useSyncExternalStore(seconds.subscribe, seconds.read);
}
