import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import { eventMeaning } from '@/contributions/eventMeaning';
import { Registry } from '@/contributions/registry';
import { PARTS } from './parts';

const registry = new Registry(PARTS);

/** By what OBox's own parts say of it. */
function mend(queryClient: QueryClient, event: ChangeEvent) {
  return eventMeaning(registry).mend(event, queryClient);
}

describe('an event that tells what a host has become', () => {
  const down: ChangeEvent = {
    type: 'host',
    id: 'h',
    action: 'changed',
    version: 5,
    since: 4,
    values: { state: 'DOWN', name: 'north' },
  };
  const host = (version: number) => ({ id: 'h', name: 'north', state: 'UP', vms: 3, version });
  const hosts = (...items: object[]) => ({ items, nextCursor: null });

  it('mends its row', () => {
    const queryClient = new QueryClient();
    queryClient.setQueryData(keys.hosts, hosts(host(4)));

    expect(mend(queryClient, down)).toEqual([]);

    const mended = { ...host(5), state: 'DOWN' };
    expect(queryClient.getQueryData(keys.hosts)).toEqual(hosts(mended));
  });

  it('is not enough where something else changed before', () => {
    const queryClient = new QueryClient();
    queryClient.setQueryData(keys.hosts, hosts(host(3)));

    expect(mend(queryClient, down)).toEqual([keys.hosts]);

    expect(queryClient.getQueryData(keys.hosts)).toEqual(hosts(host(3)));
  });

  it.each([
    ['comes', { version: 1, since: 0 }, true],
    ['goes', { action: 'removed' as const }, true],
    ['is turned off', { version: 8, since: 7 }, false],
  ])('asks for the room of hosts where a VM %s: %o, %s', (_, told, asked) => {
    const queryClient = new QueryClient();
    queryClient.setQueryData(keys.hostRoom, hosts(host(4)));
    const vm: ChangeEvent = {
      type: 'vm',
      id: 'a',
      action: 'changed',
      values: { state: 'STOPPED' },
      ...told,
    };

    const stale = mend(queryClient, vm);

    expect(stale.some((key) => JSON.stringify(key) === JSON.stringify(keys.hostRoom))).toBe(asked);
  });
});
