import { useSyncExternalStore } from 'react';

/** How long a failure may last without being shown: a browser that changes networks loses requests, and not the server. */
const PATIENCE_MILLIS = 1_500;

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
  private readonly doubters = new Set<() => void>();

  /** The server gave a sign of life. */
  readonly answered = (): void => {
    this.lastSign = Date.now();
    this.calmDown();
    if (this.reach.lost) this.become(false);
  };

  /** A request was not answered. That is shown unless an answer comes soon. */
  readonly unanswered = (): void => {
    if (this.reach.lost || this.doubted) return;
    this.timer = setTimeout(this.silent, PATIENCE_MILLIS);
    for (const doubter of this.doubters) doubter();
  };

  /** The server has not been heard for so long that it is shown at once. */
  readonly silent = (): void => {
    this.calmDown();
    if (!this.reach.lost) this.become(true);
  };

  /** Whether a request was not answered, and it is not known yet what to think of it. */
  get doubted(): boolean {
    return this.timer !== undefined;
  }

  /** Calls back when the server comes to be doubted, which is the moment to ask it. */
  readonly onDoubt = (doubter: () => void): (() => void) => {
    this.doubters.add(doubter);
    return () => {
      this.doubters.delete(doubter);
    };
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly read = (): Reach => this.reach;

  private calmDown(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

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
