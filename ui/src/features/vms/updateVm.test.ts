import { beforeEach, expect, it, vi } from 'vitest';
import { api } from '@/api/client';
import { ProblemError } from '@/api/problem';
import type { Vm } from '@/api/schema';
import { updateVm } from './updateVm';

const stale = new ProblemError({
  type: 'urn:obox:problem:precondition-failed',
  title: 'Changed meanwhile',
  status: 412,
  detail: 'The VM was changed meanwhile.',
});
const seen = { id: '1', name: 'web', tags: ['a'], version: 3 } as Vm;
const patch = vi.spyOn(api, 'patch');
const get = vi.spyOn(api, 'get');

beforeEach(() => {
  patch.mockReset();
  get.mockReset();
});

it('goes on when only the machine itself changed', async () => {
  const renamed = { ...seen, name: 'api', version: 5 };
  patch.mockRejectedValueOnce(stale).mockResolvedValueOnce(renamed);
  get.mockResolvedValue({ ...seen, addresses: ['192.0.2.1'], version: 4 });
  expect(await updateVm(seen, { name: 'api' })).toBe(renamed);
  expect(patch.mock.calls.map(([, , version]) => version)).toEqual([3, 4]);
});

it('stops when somebody else changed what the reader changes', async () => {
  patch.mockRejectedValueOnce(stale);
  get.mockResolvedValue({ ...seen, tags: ['b'], version: 4 });
  await expect(updateVm(seen, { name: 'api' })).rejects.toBe(stale);
});

it('does not try for ever', async () => {
  patch.mockRejectedValue(stale);
  get.mockResolvedValue(seen);
  await expect(updateVm(seen, { name: 'api' })).rejects.toBe(stale);
  expect(patch).toHaveBeenCalledTimes(5);
});
