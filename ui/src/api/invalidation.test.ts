import type { QueryKey } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Invalidator, parseChange } from './invalidation';
import { keys } from './keys';

describe('an event', () => {
  it('is read from its JSON', () => {
    expect(parseChange('{"type":"vm","id":"1","action":"changed"}')).toEqual({
      type: 'vm',
      id: '1',
      action: 'changed',
    });
  });

  it.each(['', 'null', '[]', '{"type":1,"id":"1"}', '{"type":"vm"}'])(
    'is passed over when it is not one: %s',
    (data) => {
      expect(parseChange(data)).toBeUndefined();
    },
  );
});

describe('the invalidator', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('refreshes once what many events made doubtful', async () => {
    const seen: QueryKey[] = [];
    const invalidator = new Invalidator((key) => {
      seen.push(key);
      return Promise.resolve();
    });
    for (let i = 0; i < 50; i++) invalidator.add([['vms', 'list'], keys.vm('1')]);
    await vi.advanceTimersByTimeAsync(100);
    expect(seen).toEqual([
      ['vms', 'list'],
      ['vms', 'one', '1'],
    ]);
  });

  it('waits for the answers before it asks again', async () => {
    let asked = 0;
    let finish: () => void = () => undefined;
    const invalidator = new Invalidator(() => {
      asked += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    invalidator.add([keys.hosts]);
    await vi.advanceTimersByTimeAsync(100);
    invalidator.add([keys.hosts]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(1);
    finish();
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toBe(2);
  });

  it('goes on after an answer that failed', async () => {
    let asked = 0;
    const invalidator = new Invalidator(() => {
      asked += 1;
      return Promise.reject(new Error('no'));
    });
    for (let round = 1; round <= 2; round++) {
      invalidator.add([keys.images]);
      await vi.advanceTimersByTimeAsync(100);
      expect(asked).toBe(round);
    }
  });
});
