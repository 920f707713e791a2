import { parseChange, type ChangeEvent } from './invalidation';
import { SilenceWatch } from './silence';

export type StreamStatus = 'connecting' | 'live' | 'broken';

export interface StreamListener {
  onStatus: (status: StreamStatus) => void;
  onChange: (event: ChangeEvent) => void;
  /** The server gave a sign of life. */
  onSign: () => void;
  /** Nothing more comes, although the connection seems to stand. */
  onSilence: () => void;
}

const FIRST_RETRY_MILLIS = 1_000;
const LAST_RETRY_MILLIS = 30_000;
const HEARTBEAT = 'heartbeat';

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
  private readonly watch: SilenceWatch;
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private closed = false;

  constructor(url: string, listener: StreamListener, renewSession: () => Promise<unknown>) {
    this.url = url;
    this.listener = listener;
    this.renewSession = renewSession;
    this.watch = new SilenceWatch(() => {
      listener.onSilence();
    });
  }

  open(): void {
    const source = new EventSource(this.url);
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
      this.listener.onSign();
      this.listener.onStatus('live');
    };
    source.onerror = () => {
      this.drop();
      this.retryLater();
    };
    source.addEventListener(HEARTBEAT, this.sign);
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
    this.drop();
  }

  /** The server answers: a connection that fell silent, or waits for its next try, is replaced now. */
  wake(): void {
    if (this.watch.silent) {
      this.drop();
      this.retryLater();
    }
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    void this.retry();
  }

  /** The server does not answer others: what comes by this connection, if anything, can't be trusted to go on. */
  doubt(): void {
    if (!this.source) return;
    this.drop();
    this.retryLater();
  }

  private drop(): void {
    this.watch.stop();
    this.source?.close();
    this.source = undefined;
  }

  private readonly sign = (): void => {
    this.watch.heard();
    this.listener.onSign();
  };

  /** An event is a sign of life too: the server sends a heartbeat only when it has had nothing else to say. */
  private readonly hear = (message: MessageEvent<string>): void => {
    this.sign();
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
    this.timer = undefined;
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
