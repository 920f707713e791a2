import { parseChange, type ChangeEvent } from './invalidation';

export type StreamStatus = 'connecting' | 'live' | 'broken';

export interface StreamListener {
  onStatus: (status: StreamStatus) => void;
  onChange: (event: ChangeEvent) => void;
}

const FIRST_RETRY_MILLIS = 1_000;
const LAST_RETRY_MILLIS = 30_000;

/** The wait before reconnecting after so many failures in a row; jitter spreads the clients of a restarted server. */
export function retryDelay(failures: number, random: number = Math.random()): number {
  const ceiling = Math.min(LAST_RETRY_MILLIS, FIRST_RETRY_MILLIS * 2 ** Math.max(0, failures - 1));
  return ceiling * (0.5 + random / 2);
}

/**
 * Keeps one event stream open. Reconnecting is done here and not by EventSource, which gives up for good on an
 * expired session: `renewSession` runs before each new try. What was missed in between is not resumed; whoever
 * listens reloads everything when the stream is live again.
 */
export class EventStream {
  private readonly url: string;
  private readonly listener: StreamListener;
  private readonly renewSession: () => Promise<unknown>;
  private readonly names = new Set<string>();
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private closed = false;

  constructor(url: string, listener: StreamListener, renewSession: () => Promise<unknown>) {
    this.url = url;
    this.listener = listener;
    this.renewSession = renewSession;
  }

  open(): void {
    const source = new EventSource(this.url);
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
      this.listener.onStatus('live');
    };
    source.onerror = () => {
      source.close();
      this.retryLater();
    };
    for (const name of this.names) source.addEventListener(name, this.hear);
  }

  /** Hears events of these types too, from now on. */
  listenTo(types: Iterable<string>): void {
    for (const name of types) {
      if (this.names.has(name)) continue;
      this.names.add(name);
      this.source?.addEventListener(name, this.hear);
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.source?.close();
  }

  private readonly hear = (message: MessageEvent<string>): void => {
    const event = parseChange(message.data);
    if (event) this.listener.onChange(event);
  };

  private retryLater(): void {
    if (this.closed) return;
    this.failures += 1;
    this.listener.onStatus('broken');
    this.timer = setTimeout(() => void this.retry(), retryDelay(this.failures));
  }

  private async retry(): Promise<void> {
    try {
      await this.renewSession();
    } catch {
      this.retryLater();
      return;
    }
    if (!this.isClosed()) this.open();
  }

  private isClosed(): boolean {
    return this.closed;
  }
}
