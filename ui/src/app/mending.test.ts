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
  return eventMeaning(registry, queryClient).mend(event);
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

const subject = { type: 'vm', id: 'a', name: 'web' };

const progress: ChangeEvent = {
  type: 'job',
  id: 'j',
  action: 'changed',
  version: 4,
  since: 3,
  values: { subject, progress: { percent: 40, step: 'Booting' } },
};

const end: ChangeEvent = {
  type: 'job',
  id: 'j',
  action: 'changed',
  version: 5,
  since: 0,
  values: { subject, state: 'COMPLETED', progress: { percent: 100, step: 'Done' }, problem: null },
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

  it('makes an answer doubtful that is on its way', () => {
    void queryClient.query({
      queryKey: keys.vm('a'),
      queryFn: () => new Promise(() => undefined),
    });

    expect(mend(queryClient, change)).toEqual([keys.vm('a')]);
  });

  it('that tells no values makes everything doubtful that shows it', () => {
    expect(mend(queryClient, { type: 'vm', id: 'a', action: 'changed' })).toContainEqual([
      'vms',
      'list',
    ]);
  });
});

describe('an event that tells what a job has become', () => {
  const job = {
    id: 'j',
    state: 'RUNNING',
    progress: { percent: 10, step: 'Copying' },
    waitReason: null,
    version: 3,
  };
  const further = { state: 'RUNNING', progress: { percent: 40, step: 'Booting' }, version: 4 };
  let queryClient: QueryClient;

  beforeEach(() => {
    queryClient = new QueryClient();
    queryClient.setQueryData(all, list(vm('a', 7)));
    queryClient.setQueryData(keys.jobList({}), list(job));
    queryClient.setQueryData(keys.jobsOf('a'), { items: [job], nextCursor: null });
    queryClient.setQueryData(keys.job('j'), job);
    queryClient.setQueryData(keys.jobLog('j'), list());
  });

  it('moves its bars, and only its log is asked for', () => {
    expect(mend(queryClient, progress)).toEqual([keys.jobLog('j')]);

    expect(queryClient.getQueryData(all)).toMatchObject(list({ job: further }));
    expect(queryClient.getQueryData(keys.jobList({}))).toMatchObject(list(further));
    expect(queryClient.getQueryData(keys.jobsOf('a'))).toMatchObject({ items: [further] });
    expect(queryClient.getQueryData(keys.job('j'))).toMatchObject(further);
  });

  it('tells its end to all that show it, without asking', () => {
    expect(mend(queryClient, end)).toEqual([keys.jobLog('j')]);

    const ended = { state: 'COMPLETED', progress: { percent: 100, step: 'Done' }, version: 5 };
    expect(queryClient.getQueryData(keys.jobList({}))).toMatchObject(list(ended));
    expect(queryClient.getQueryData(keys.job('j'))).toMatchObject(ended);
    expect(queryClient.getQueryData(all)).toMatchObject(list({ version: 7, job: null }));
  });

  it('does not bring a job back that has ended', () => {
    mend(queryClient, end);
    const before = queryClient.getQueryData(keys.job('j'));

    mend(queryClient, progress);

    expect(queryClient.getQueryData(keys.job('j'))).toEqual(before);
    expect(queryClient.getQueryData(all)).toMatchObject(list({ job: null }));
  });

  it('is not enough where the page missed one before', () => {
    queryClient.setQueryData(keys.job('j'), { ...job, version: 2 });

    expect(mend(queryClient, progress)).toContainEqual(keys.job('j'));

    expect(queryClient.getQueryData(keys.job('j'))).toMatchObject({ version: 2 });
  });

  it('is not enough for lists that may show it from now on, or no more', () => {
    const failed = keys.jobList({ state: 'DISCARDED' });
    queryClient.setQueryData(failed, list());
    queryClient.setQueryData(keys.jobList({}), list());

    const stale = mend(queryClient, end);

    expect(stale).toContainEqual(failed);
    expect(stale).toContainEqual(keys.jobList({}));
  });

  it('is not enough for a VM that shows another job, or whose job was not done', () => {
    const given = { ...end, values: { ...end.values, state: 'CANCELLED' } };
    expect(mend(queryClient, given)).toContainEqual(all);

    const other = { ...end, id: 'k', values: { ...end.values, state: 'RUNNING' } };
    expect(mend(queryClient, other)).toContainEqual(all);
  });

  it('of which no values are told makes VMs doubtful too, because they show it', () => {
    expect(mend(queryClient, { type: 'job', id: 'j', action: 'changed' })).toContainEqual(keys.vms);
  });

  it('without a promise makes everything doubtful that shows it', () => {
    const { since, ...waiting } = { ...end, values: { ...end.values, state: 'AVAILABLE' } };

    expect(since).toBe(0);
    expect(mend(queryClient, waiting)).toContainEqual(keys.vms);
  });
});

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
});
