import { describe, expect, it } from 'vitest';
import type { Job } from '@/api/schema';
import { withParts } from './jobTree';

const job = (id: string) => ({ id, version: 1 }) as Job;
const jobs = [job('one'), job('two')];
const parts = [job('a'), job('b')];

describe('a list of jobs with their parts', () => {
  it('has below a job that was unfolded what has been loaded of its parts', () => {
    const page = { items: parts, nextCursor: null };
    const rows = withParts(jobs, new Map([['one', { page, failed: false }]]));
    expect(rows.map(({ id, part }) => (part ? `  ${id}` : id))).toEqual([
      'one',
      '  a',
      '  b',
      'two',
    ]);
    expect(rows[0]?.unfolded).toBe('all');
  });

  it('says what is missing', () => {
    const told = (page: { items: Job[]; nextCursor: string | null } | undefined, failed: boolean) =>
      withParts(jobs, new Map([['one', { page, failed }]]))[0]?.unfolded;
    expect(told({ items: parts, nextCursor: 'b' }, false)).toBe('some');
    expect(told(undefined, false)).toBe('loading');
    expect(told(undefined, true)).toBe('failed');
    expect(told({ items: parts, nextCursor: null }, true)).toBe('all');
  });

  it('leaves the other rows as they are, so that they are not drawn again', () => {
    expect(withParts(jobs, new Map())[0]).toBe(jobs[0]);
  });
});
