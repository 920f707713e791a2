import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import { OvertakenAnswers } from '@/api/overtaken';
import { eventMeaning } from '@/contributions/eventMeaning';
import { Registry } from '@/contributions/registry';
import { PARTS } from './parts';

const { mend } = eventMeaning(new Registry(PARTS));

const list = (...items: object[]) => ({ pages: [{ items, nextCursor: null }], pageParams: [null] });
const vm = (id: string, version: number, state = 'RUNNING') => ({ id, version, state, job: null });
const stopped = (id: string, version: number): ChangeEvent => ({
  type: 'vm',
  id,
  action: 'changed',
  version,
  since: version - 1,
  values: { state: 'STOPPED' },
});
const job = (state: string, version: number): ChangeEvent => ({
  type: 'job',
  id: 'j',
  action: 'changed',
  version,
  since: 0,
  values: {
    kind: 'image.import',
    action: null,
    subject: { type: 'image', id: 'i', name: 'debian' },
    state,
    progress: { percent: 0, step: null },
  },
});

describe('an answer that an event overtakes', () => {
  let queryClient: QueryClient;
  let answers: OvertakenAnswers;
  let stale: QueryKey[];

  beforeEach(() => {
    queryClient = new QueryClient();
    stale = [];
    answers = new OvertakenAnswers(queryClient, mend, (keys) => {
      stale.push(...keys);
    });
    return answers.watch();
  });

  /** Asks for something; the result answers it. */
  function ask(queryKey: QueryKey) {
    let answer: (data: unknown) => void = () => undefined;
    const answered = queryClient.query({
      queryKey,
      queryFn: () => new Promise((resolve) => (answer = resolve)),
    });
    return (data: unknown) => {
      answer(data);
      return answered;
    };
  }

  it('is mended when it comes, and is not asked for again', async () => {
    const answer = ask(keys.vmList({}));
    answers.tell(stopped('a', 8));
    answers.tell(stopped('a', 9));

    await answer(list(vm('a', 7), vm('b', 7)));

    const mended = list(vm('a', 9, 'STOPPED'), vm('b', 7));
    expect(queryClient.getQueryData(keys.vmList({}))).toEqual(mended);
    expect(stale).toEqual([]);
  });

  it('shows what it showed before, mended, as long as it is on its way', async () => {
    queryClient.setQueryData(keys.vmList({}), list(vm('a', 7)));
    const answer = ask(keys.vmList({}));
    answers.tell(stopped('a', 8));

    expect(queryClient.getQueryData(keys.vmList({}))).toEqual(list(vm('a', 8, 'STOPPED')));

    await answer(list(vm('a', 7)));
    expect(queryClient.getQueryData(keys.vmList({}))).toEqual(list(vm('a', 8, 'STOPPED')));
  });

  it('stays as it is where it knows more', async () => {
    const answer = ask(keys.vmList({}));
    answers.tell(stopped('a', 8));

    await answer(list(vm('a', 9)));

    expect(queryClient.getQueryData(keys.vmList({}))).toEqual(list(vm('a', 9)));
    expect(stale).toEqual([]);
  });

  it('is asked for once more where it has missed something', async () => {
    const answer = ask(keys.vmList({}));
    answers.tell(stopped('a', 8));
    expect(stale).toEqual([]);

    await answer(list(vm('a', 6)));

    expect(stale).toEqual([keys.vmList({})]);
  });

  it('is asked for once more where the event does not tell enough, and others at once', async () => {
    queryClient.setQueryData(keys.vmList({ q: 'web' }), list());
    const answer = ask(keys.vmList({}));
    answers.tell({ type: 'vm', id: 'a', action: 'changed' });
    expect(stale).toContainEqual(keys.vmList({ q: 'web' }));
    expect(stale).not.toContainEqual(keys.vmList({}));

    await answer(list(vm('a', 8)));

    expect(stale).toContainEqual(keys.vmList({}));
  });

  it('is not asked for again because of the progress of jobs that have nothing to do with it', async () => {
    const answer = ask(keys.vmList({}));
    answers.tell(job('RUNNING', 4));

    await answer(list(vm('a', 7)));

    expect(stale).not.toContainEqual(keys.vmList({}));
  });

  it('shows no job as running that has ended meanwhile', async () => {
    const answer = ask(keys.runningJobs);
    answers.tell(job('COMPLETED', 5));

    await answer({ items: [{ id: 'j', state: 'RUNNING', version: 4 }], nextCursor: null });

    expect(queryClient.getQueryData(keys.runningJobs)).toEqual({ items: [], nextCursor: null });
  });

  it('does not count twice what other answers were told before', async () => {
    const counts = keys.vmCounts(undefined);
    queryClient.setQueryData(counts, { states: { RUNNING: 2 } });
    queryClient.setQueryData(keys.vm('a'), vm('a', 7));
    const answer = ask(keys.vmList({}));
    answers.tell(stopped('a', 8));

    await answer(list(vm('a', 7)));

    const moved = { states: { RUNNING: 1, STOPPED: 1 } };
    expect(queryClient.getQueryData(counts)).toMatchObject(moved);
  });

  it('is told only of what came while it was on its way', async () => {
    answers.tell(stopped('a', 8));
    const answer = ask(keys.vmList({}));

    await answer(list(vm('a', 7)));

    expect(queryClient.getQueryData(keys.vmList({}))).toEqual(list(vm('a', 7)));
  });
});
