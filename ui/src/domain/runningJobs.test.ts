import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import { mendRunningJobs, type RunningJob, type RunningJobs } from './runningJobs';

const end = (id: string): ChangeEvent => ({
  type: 'job',
  id,
  action: 'changed',
  version: 2,
  values: { state: 'COMPLETED' },
});

function cached(count: number, nextCursor: string | null): QueryClient {
  const queryClient = new QueryClient();
  const job = (_: unknown, index: number) =>
    ({ id: `${index}`, state: 'RUNNING', version: 1 }) as RunningJob;
  const running: RunningJobs = { items: Array.from({ length: count }, job), nextCursor };
  queryClient.setQueryData(keys.runningJobs, running);
  return queryClient;
}

describe('a job that ends', () => {
  it('leaves the running ones, of which there are more as before', () => {
    const queryClient = cached(200, '199');
    expect(mendRunningJobs(end('7'), queryClient)).toEqual([]);
    const running = queryClient.getQueryData<RunningJobs>(keys.runningJobs);
    expect(running?.items).toHaveLength(199);
    expect(running?.nextCursor).toBe('199');
  });

  it('has the rest asked for where few are left of what was asked for', () => {
    expect(mendRunningJobs(end('7'), cached(20, '199'))).toEqual([keys.runningJobs]);
    expect(mendRunningJobs(end('7'), cached(20, null))).toEqual([]);
  });
});
