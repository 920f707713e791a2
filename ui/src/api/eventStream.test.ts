import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventStream, retryDelay, type StreamStatus } from './eventStream';
import type { ChangeEvent } from './invalidation';

class FakeSource {
  static all: FakeSource[] = [];
  onopen: () => void = () => undefined;
  onerror: () => void = () => undefined;
  closed = false;
  private readonly listeners = new Map<string, (message: { data: string }) => void>();

  constructor() {
    FakeSource.all.push(this);
  }

  addEventListener(name: string, listener: (message: { data: string }) => void) {
    this.listeners.set(name, listener);
  }

  send(name: string, data: string) {
    this.listeners.get(name)?.({ data });
  }

  close() {
    this.closed = true;
  }
}

function latest(): FakeSource {
  const source = FakeSource.all.at(-1);
  if (!source) throw new Error('No stream was opened');
  return source;
}

describe('the event stream', () => {
  const statuses: StreamStatus[] = [];
  const changes: ChangeEvent[] = [];
  let signs = 0;
  let silences = 0;
  const renewSession = vi.fn<() => Promise<unknown>>();
  let stream: EventStream;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', FakeSource);
    FakeSource.all = [];
    statuses.length = 0;
    changes.length = 0;
    signs = 0;
    silences = 0;
    renewSession.mockReset().mockResolvedValue(undefined);
    stream = new EventStream(
      '/api/events',
      {
        onStatus: (status) => statuses.push(status),
        onChange: (event) => changes.push(event),
        onSign: () => (signs += 1),
        onSilence: () => (silences += 1),
      },
      renewSession,
    );
    stream.listenTo(['vm']);
    stream.open();
  });
  afterEach(() => {
    stream.close();
    vi.useRealTimers();
  });

  it('hands on the events that the page knows', () => {
    latest().send('vm', '{"type":"vm","id":"1","action":"changed"}');
    latest().send('vm', 'nonsense');
    expect(changes).toEqual([{ type: 'vm', id: '1', action: 'changed' }]);
  });

  it('hands on those of a type that comes to be known while it is open', () => {
    latest().send('rack', '{"type":"rack","id":"1","action":"changed"}');
    stream.listenTo(['vm', 'rack']);
    latest().send('rack', '{"type":"rack","id":"2","action":"changed"}');
    expect(changes).toEqual([{ type: 'rack', id: '2', action: 'changed' }]);
  });

  it('renews the session and opens a new connection after it broke', async () => {
    latest().onopen();
    latest().onerror();
    expect(FakeSource.all[0]?.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    latest().onopen();
    expect(renewSession).toHaveBeenCalledOnce();
    expect(FakeSource.all).toHaveLength(2);
    expect(statuses).toEqual(['live', 'broken', 'live']);
  });

  it('tries on while the server is away', async () => {
    renewSession.mockRejectedValueOnce(new Error('away'));
    latest().onerror();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeSource.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(FakeSource.all).toHaveLength(2);
  });

  it('tells that a connection has fallen silent, and replaces it when the server answers', async () => {
    latest().onopen();
    latest().send('heartbeat', '{}');
    await vi.advanceTimersByTimeAsync(1_500);
    latest().send('heartbeat', '{}');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(silences).toBe(0);
    await vi.advanceTimersByTimeAsync(500);
    expect(silences).toBe(1);
    expect(signs).toBe(3);

    stream.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeSource.all[0]?.closed).toBe(true);
    expect(FakeSource.all).toHaveLength(2);
    expect(statuses).toEqual(['live', 'broken']);
  });

  it('takes events for signs of life, which leave no pause for a heartbeat', async () => {
    latest().onopen();
    latest().send('heartbeat', '{}');
    for (let second = 0; second < 10; second++) {
      await vi.advanceTimersByTimeAsync(900);
      latest().send('vm', '{"type":"vm","id":"1","action":"changed"}');
    }
    expect(silences).toBe(0);
    expect(signs).toBe(12);
  });

  it('expects no signs of life from a server that has never given one', async () => {
    latest().onopen();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(silences).toBe(0);
  });

  it('tries again at once when it is known that the server answers', async () => {
    latest().onerror();
    stream.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeSource.all).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSource.all).toHaveLength(2);
  });

  it('gives up a connection by which the server is heard but does not answer, once', async () => {
    latest().onopen();
    stream.doubt();
    stream.doubt();
    expect(FakeSource.all[0]?.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeSource.all).toHaveLength(2);
  });

  it('stays closed once it was closed', async () => {
    latest().onerror();
    stream.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSource.all).toHaveLength(1);
  });
});

describe('the wait before reconnecting', () => {
  it('doubles up to half a minute', () => {
    expect([1, 2, 3, 10].map((failures) => retryDelay(failures, 1))).toEqual([
      1_000, 2_000, 4_000, 30_000,
    ]);
  });

  it('is spread over the second half of that', () => {
    expect(retryDelay(2, 0)).toBe(1_000);
  });
});
