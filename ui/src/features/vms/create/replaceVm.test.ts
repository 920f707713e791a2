import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError } from '@/api/problem';
import type { Job } from '@/api/schema';
import { createInPlaceOf, StillThere } from './replaceVm';

const failed = { id: 'old', name: 'web' };
const job = { id: 'j' } as Job;
const refusal = (slug: string, status: number) =>
  new ProblemError({ type: `urn:obox:problem:${slug}`, title: slug, status, detail: slug });

const get = vi.spyOn(api, 'get');
const remove = vi.spyOn(api, 'delete');
let queryClient: QueryClient;
let controller: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  queryClient = new QueryClient();
  controller = new AbortController();
  get.mockReset().mockResolvedValue({ id: 'old' });
  remove.mockReset().mockResolvedValue({});
});
afterEach(() => {
  vi.useRealTimers();
});

const replace = (create: () => Promise<Job>, name = 'web') =>
  createInPlaceOf(failed, name, create, queryClient, controller.signal);

it('deletes nothing where the new machine is refused for something else than its name', async () => {
  const create = () => Promise.reject(refusal('quota-exceeded', 409));

  await expect(replace(create)).rejects.toMatchObject({ slug: 'quota-exceeded' });

  expect(remove).not.toHaveBeenCalled();
});

it('deletes nothing where the name is that of another machine', async () => {
  const create = () => Promise.reject(refusal('name-taken', 409));

  await expect(replace(create, 'mail')).rejects.toMatchObject({ slug: 'name-taken' });

  expect(remove).not.toHaveBeenCalled();
});

it('deletes it after the new machine was accepted under another name', async () => {
  await expect(replace(() => Promise.resolve(job), 'mail')).resolves.toBe(job);

  expect(remove).toHaveBeenCalledOnce();
});

it('asks once more when an event has told that the name is free', async () => {
  const create = vi.fn<() => Promise<Job>>();
  create.mockRejectedValueOnce(refusal('name-taken', 409)).mockResolvedValue(job);
  const replaced = replace(create);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(create).toHaveBeenCalledOnce();

  get.mockRejectedValue(refusal('not-found', 404));
  void queryClient.invalidateQueries({ queryKey: keys.vm('old') });
  await vi.advanceTimersByTimeAsync(0);

  await expect(replaced).resolves.toBe(job);
  expect(remove).toHaveBeenCalledOnce();
});

it('gives up where the deletion takes too long, and says so', async () => {
  const replaced = replace(() => Promise.reject(refusal('name-taken', 409)));
  const refused = expect(replaced).rejects.toBeInstanceOf(StillThere);

  await vi.advanceTimersByTimeAsync(60_000);

  await refused;
});

it('ends with the request', async () => {
  const replaced = replace(() => Promise.reject(refusal('name-taken', 409)));
  const ended = expect(replaced).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(0);

  controller.abort();

  await ended;
});
