import { describe, expect, it } from 'vitest';
import { checkShape } from '@/contributions/shape';
import { Registry } from '@/contributions/registry';
import { PARTS } from './parts';

describe("OBox's own parts", () => {
  it('are not in each other’s way', () => {
    expect(new Registry(PARTS).clashes()).toEqual([]);
  });

  it('have the shape that is asked of all others, apart from the pages for everybody', () => {
    for (const { routes, ...part } of PARTS) {
      const closed = routes?.filter(({ access }) => (access as string) !== 'public');
      checkShape({ ...part, ...(closed && { routes: closed }) });
    }
  });
});
