import { useSyncExternalStore } from 'react';

/** How long a failure may last without being shown: a browser that changes networks loses a request, and not the server. */
const PATIENCE_MILLIS = 500;

export interface Reach {
  lost: boolean;
  /** When the server last gave a sign of life. */
  asOf: number;
}

/** Whether the server answers. Whatever asks it or listens to it tells this; the page shows it on top. */
export class Reachability {
  private reach: Reach = { lost: false, asOf: Date.now() };
  private lastSign = Date.now();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  /** The server gave a sign of life. */
  readonly answered = (): void => {
    this.lastSign = Date.now();
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.reach.lost) this.become(false);
  };

  /** The server did not answer, or has fallen silent. */
  readonly unanswered = (): void => {
    if (this.reach.lost) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.become(true);
    }, PATIENCE_MILLIS);
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly read = (): Reach => this.reach;

  private become(lost: boolean): void {
    this.reach = { lost, asOf: this.lastSign };
    for (const listener of this.listeners) listener();
  }
}

/** That of the one server of the page. */
export const reachability = new Reachability();

export function useReach(): Reach {
  return useSyncExternalStore(reachability.subscribe, reachability.read);
}
