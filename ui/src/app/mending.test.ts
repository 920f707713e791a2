import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
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

const all = keys.vmList({});
const running = keys.vmList({ state: 'RUNNING' });

function vm(id: string, version: number) {
  return {
    id,
    version,
    state: 'PROVISIONING',
    addresses: [],
    job: { id: 'j', state: 'RUNNING', progress: { percent: 10, step: 'Copying' }, version: 3 },
  };
}

function list(...items: object[]) {
  return { pages: [{ items, nextCursor: null }], pageParams: [null] };
}

const change: ChangeEvent = {
  type: 'vm',
  id: 'a',
  action: 'changed',
  version: 8,
  since: 7,
  values: { state: 'RUNNING', addresses: ['192.0.2.7'] },
};

describe('an event that tells what a VM has become', () => {
  let queryClient: QueryClient;

  beforeEach(() => {
    queryClient = new QueryClient();
    queryClient.setQueryData(all, list(vm('a', 7), vm('b', 7)));
    queryClient.setQueryData(keys.vm('a'), vm('a', 7));
  });

  it('mends its row and its page, and nothing has to be asked for', () => {
    const mended = { version: 8, state: 'RUNNING', addresses: ['192.0.2.7'] };

    expect(mend(queryClient, change)).toEqual([]);

    expect(queryClient.getQueryData(all)).toMatchObject(list(mended, vm('b', 7)));
    expect(queryClient.getQueryData(keys.vm('a'))).toMatchObject(mended);
  });

  it('passes over what somebody else caches beside them', () => {
    queryClient.setQueryData(['vms', 'note'], 'a text');
    queryClient.setQueryData(['vms', 'nothing'], null);

    expect(mend(queryClient, change)).not.toContainEqual(['vms']);

    expect(queryClient.getQueryData(['vms', 'note'])).toBe('a text');
    expect(queryClient.getQueryData(keys.vm('a'))).toMatchObject({ version: 8 });
  });

  it('does not bring back a machine that is gone', async () => {
    const key = keys.vm('a');
    const queryFn = () => Promise.reject(new Error('There is no such VM.'));
    await queryClient.query({ queryKey: key, queryFn, retry: false }).catch(() => undefined);

    mend(queryClient, change);

    expect(queryClient.getQueryState(key)?.status).toBe('error');
  });

  it('is passed over where the page knows more', () => {
    queryClient.setQueryData(all, list(vm('a', 9)));

    expect(mend(queryClient, change)).toEqual([]);

    expect(queryClient.getQueryData(all)).toEqual(list(vm('a', 9)));
  });

  it('is not enough where the page missed one before', () => {
    queryClient.setQueryData(all, list(vm('a', 6)));

    expect(mend(queryClient, change)).toEqual([all]);

    expect(queryClient.getQueryData(all)).toEqual(list(vm('a', 6)));
  });

  it('is not enough for a VM that a list does not show yet', () => {
    queryClient.setQueryData(all, list(vm('b', 7)));

    expect(mend(queryClient, change)).toEqual([all]);
  });

  it('is not enough for a list of some states only, which the VM may leave', () => {
    queryClient.setQueryData(running, list(vm('a', 7)));

    expect(mend(queryClient, change)).toEqual([running]);
  });

  it('mends its row also in lists that it may leave, until they are asked for again', () => {
    queryClient.setQueryData(running, list(vm('a', 7)));

    mend(queryClient, change);

    expect(queryClient.getQueryData(running)).toMatchObject(list({ version: 8, state: 'RUNNING' }));
  });

  it('is enough for lists that are searched or sorted by something else', () => {
    const [searched, sorted] = [
      keys.vmList({ q: 'name~web host:north' }),
      keys.vmList({ sort: '-name' }),
    ];
    queryClient.setQueryData(searched, list(vm('a', 7)));
    queryClient.setQueryData(sorted, list(vm('a', 7)));

    expect(mend(queryClient, change)).toEqual([]);

    const byState = keys.vmList({ sort: 'state' });
    queryClient.setQueryData(all, list(vm('a', 7)));
    queryClient.setQueryData(keys.vm('a'), vm('a', 7));
    queryClient.setQueryData(byState, list(vm('a', 7)));
    expect(mend(queryClient, change)).toEqual([byState]);
  });

  it('is enough for a list of all of which not all is loaded', () => {
    const more = { pages: [{ items: [vm('b', 7)], nextCursor: 'more' }], pageParams: [null] };
    queryClient.setQueryData(all, more);

    expect(mend(queryClient, change)).toEqual([]);
    expect(mend(queryClient, { ...change, since: 0 })).toContainEqual(all);
  });

  it('counts it where it is now', () => {
    const counts = keys.vmCounts(undefined);
    queryClient.setQueryData(counts, { states: { PROVISIONING: 2, RUNNING: 3 } });

    expect(mend(queryClient, change)).toEqual([]);
    expect(mend(queryClient, change)).toEqual([]);

    // and they are to be asked for once more when nothing moves any more
    const moved = { states: { PROVISIONING: 1, RUNNING: 4 }, moved: true };
    expect(queryClient.getQueryData(counts)).toEqual(moved);
  });

  it('is not enough to count a VM that the page does not know', () => {
    const [counts, other] = [keys.vmCounts(undefined), { ...change, id: 'c' }];
    queryClient.setQueryData(counts, { states: { RUNNING: 3 } });

    expect(mend(queryClient, other)).toContainEqual(counts);
  });

  it('of a VM that the page does not know asks for counts again that are not new', () => {
    const [counts, other] = [keys.vmCounts(undefined), { ...change, id: 'c' }];
    queryClient.setQueryData(counts, { states: { RUNNING: 3 }, askedAt: Date.now() });

    expect(mend(queryClient, other)).not.toContainEqual(counts);

    expect(queryClient.getQueryData(counts)).toMatchObject({ states: { RUNNING: 3 }, moved: true });
  });

  it.each([
    ['the VMs of an image', ['vms', 'list', { q: 'image:"debian"', limit: 20 }]],
    ['the VMs of a host', ['vms', 'list', { host: 'h' }]],
    ['what a search by host finds', keys.vmList({ q: 'host:north owner:me' })],
    ['what the palette offers', ['vms', 'found', 'web']],
  ])('is nothing to %s, where it is not shown, unless it is new', (_, key) => {
    queryClient.clear();
    queryClient.setQueryData(key, { ...list(vm('b', 7)), items: [vm('b', 7)], nextCursor: null });

    expect(mend(queryClient, change)).not.toContainEqual(key);
    expect(mend(queryClient, { ...change, version: 1, since: 0 })).toContainEqual(key);
  });

  it('takes its row out of a list of another state, and nothing has to be asked for', () => {
    const stopped = keys.vmList({ state: 'STOPPED' });
    queryClient.setQueryData(stopped, list(vm('a', 7), vm('b', 7)));

    expect(mend(queryClient, change)).toEqual([]);

    expect(queryClient.getQueryData(stopped)).toEqual(list(vm('b', 7)));
    expect(mend(queryClient, { ...change, id: 'c' })).not.toContainEqual(stopped);
  });

  it('asks for more where a list of another state has nothing left to show', () => {
    const stopped = keys.vmList({ state: 'STOPPED' });
    const more = { pages: [{ items: [vm('a', 7)], nextCursor: 'more' }], pageParams: [null] };
    queryClient.setQueryData(stopped, more);

    expect(mend(queryClient, change)).toEqual([stopped]);
  });

  it('is nothing to a list of its state that it stands behind of', () => {
    const more = { pages: [{ items: [vm('b', 7)], nextCursor: 'more' }], pageParams: [null] };
    queryClient.setQueryData(running, more);

    expect(mend(queryClient, change)).not.toContainEqual(running);
    expect(mend(queryClient, { ...change, id: 'c' })).toContainEqual(running);
  });

  it('that tells no values makes everything doubtful that shows it', () => {
    expect(mend(queryClient, { type: 'vm', id: 'a', action: 'changed' })).toContainEqual([
      'vms',
      'list',
    ]);
  });
});

describe('an event that tells that a VM is gone', () => {
  const gone: ChangeEvent = { type: 'vm', id: 'a', action: 'removed' };

  it('takes it out of lists and counts, and only its page is asked for', () => {
    const queryClient = new QueryClient();
    const counts = keys.vmCounts(undefined);
    queryClient.setQueryData(all, list(vm('a', 7), vm('b', 7)));
    queryClient.setQueryData(counts, { states: { PROVISIONING: 2 } });

    expect(mend(queryClient, gone)).toEqual([keys.vm('a')]);

    expect(queryClient.getQueryData(all)).toEqual(list(vm('b', 7)));
    expect(queryClient.getQueryData(counts)).toMatchObject({ states: { PROVISIONING: 1 } });
  });

  it('asks for counts of a VM that the page does not know', () => {
    const queryClient = new QueryClient();
    const counts = keys.vmCounts(undefined);
    queryClient.setQueryData(counts, { states: { PROVISIONING: 2 } });

    expect(mend(queryClient, gone)).toContainEqual(counts);
  });
});
