import { describe, expect, it } from 'vitest';
import type { Contribution } from './contribution';
import { definePart, isPublic } from './own';
import { Registry } from './registry';

const page = () => null;
const open = { path: 'open', page, access: 'public' } as const;
const closed = { path: 'closed', page };

describe('a page for everybody', () => {
  it('can be one of OBox itself, and none that comes and goes with the session', () => {
    const foreign = { id: 'foreign', name: 'Foreign', routes: [{ ...open, path: 'foreign' }] };
    const registry = new Registry([
      definePart({ id: 'own', routes: [open, closed] }),
      foreign as unknown as Contribution,
    ]);
    const found = registry.at('routes').filter(isPublic);
    expect(found.map(({ item }) => item.path)).toEqual(['open']);
  });
});
