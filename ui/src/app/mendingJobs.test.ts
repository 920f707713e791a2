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
    const done = keys.jobList({ state: 'COMPLETED' });
    queryClient.setQueryData(done, list());
    queryClient.setQueryData(keys.jobList({}), list());

    const stale = mend(queryClient, end);

    expect(stale).toContainEqual(done);
    expect(stale).toContainEqual(keys.jobList({}));
  });

  it('takes it out of lists that have no job like it any more, without asking', () => {
    const running = keys.jobList({ state: 'RUNNING' });
    queryClient.setQueryData(running, list(job, { ...job, id: 'k' }));

    expect(mend(queryClient, end)).toEqual([keys.jobLog('j')]);

    expect(queryClient.getQueryData(running)).toEqual(list({ ...job, id: 'k' }));
  });

  it.each([
    ['another state', { state: 'DISCARDED' }],
    ['another kind', { kind: 'image.import' }],
    ['another subject', { subject: 'b' }],
    ['another whole', { parent: 'q' }],
  ] as const)('is nothing to a list of jobs of %s', (_, filter) => {
    const others = keys.jobList(filter);
    queryClient.setQueryData(others, list());
    const told = { ...end, values: { ...end.values, kind: 'vm.create', parentId: 'p' } };

    expect(mend(queryClient, told)).not.toContainEqual(others);
  });

  it('is nothing to a list whose loaded part it stands behind of', () => {
    const newer = {
      pages: [{ items: [{ ...job, id: 'k' }], nextCursor: 'k' }],
      pageParams: [null],
    };
    queryClient.setQueryData(keys.jobList({}), newer);

    expect(mend(queryClient, end)).toEqual([keys.jobLog('j')]);
  });

  it('whose subject is no VM is nothing to VMs', () => {
    const imported = {
      ...progress,
      values: { ...progress.values, subject: { type: 'image', id: 'a' } },
    };

    mend(queryClient, imported);

    expect(queryClient.getQueryData(all)).toEqual(list(vm('a', 7)));
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

  it('without a promise is enough for its VM, which does not show why it waits', () => {
    const { since, ...waiting } = { ...end, values: { ...end.values, state: 'AVAILABLE' } };

    expect(since).toBe(0);
    expect(mend(queryClient, waiting)).toEqual([
      keys.jobList({}),
      keys.jobsOf('a'),
      keys.job('j'),
      keys.jobLog('j'),
    ]);

    expect(queryClient.getQueryData(all)).toMatchObject(
      list({ job: { id: 'j', state: 'AVAILABLE', version: 5 } }),
    );
  });

  it('puts the newest job of a VM into its row', () => {
    const begun: ChangeEvent = {
      ...end,
      id: 'k',
      version: 2,
      values: { ...end.values, kind: 'vm.power', action: 'stop', state: 'RUNNING' },
    };

    expect(mend(queryClient, begun)).not.toContainEqual(all);

    const shown = { id: 'k', kind: 'vm.power', action: 'stop', state: 'RUNNING', version: 2 };
    expect(queryClient.getQueryData(all)).toMatchObject(list({ job: shown }));

    mend(queryClient, { ...begun, id: 'a' });
    expect(queryClient.getQueryData(all)).toMatchObject(list({ job: shown }));
  });
});
