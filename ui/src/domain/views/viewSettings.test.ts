import { expect, it } from 'vitest';
import type { SavedView } from '@/api/schema';
import { seenAs, settingsOf } from './viewSettings';

const VIEW: SavedView = {
  id: '1',
  page: 'vms',
  name: 'Production',
  q: 'tag:prod',
  state: 'RUNNING',
  sort: '-createdAt',
  columns: ['name', 'host'],
  density: 'COMPACT',
  shared: true,
  owner: { id: '2', email: 'ann@example.org' },
  createdAt: '2026-01-01T00:00:00Z',
  version: 1,
};

it('reads a view as its list was seen when it was saved', () => {
  const settings = settingsOf(VIEW);
  const { q, state, sort, columns, density } = VIEW;
  const layout = { columns: ['name', 'host'], density: 'compact' as const };
  expect(seenAs(settings, layout)).toEqual({ q, state, sort, columns, density });
});

it('keeps nothing for what is left to the list', () => {
  const bare = settingsOf({ ...VIEW, q: '', state: null, sort: null, columns: [], density: null });
  expect(Object.values(bare).every((value) => value === '')).toBe(true);
  expect(seenAs(bare, { density: 'comfortable' })).toMatchObject({
    state: null,
    sort: null,
    columns: [],
  });
});
