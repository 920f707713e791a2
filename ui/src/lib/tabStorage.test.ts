import { beforeEach, expect, it, vi } from 'vitest';
import { tabStorage } from './tabStorage';

let stored: Record<string, string>;

beforeEach(() => {
  stored = {};
  vi.stubGlobal('sessionStorage', stored);
  Object.defineProperties(stored, {
    getItem: { value: (key: string) => stored[key] ?? null },
    setItem: { value: (key: string, value: string) => (stored[key] = value) },
    removeItem: { value: (key: string) => Reflect.deleteProperty(stored, key) },
  });
  tabStorage.clear();
});

it('forgets what is its own, and leaves what others keep', () => {
  stored['router.positions'] = '{}';
  stored['obox.search./vms'] = '?q=web';
  tabStorage.set('draft.1', '{}');
  tabStorage.clear();
  expect(stored).toEqual({ 'router.positions': '{}' });
  expect(tabStorage.get('draft.1')).toBeNull();
  expect(tabStorage.get('search./vms')).toBeNull();
});

it('tells its keys, those from before a reload too', () => {
  stored['obox.draft.1'] = '{}';
  stored['other.draft.2'] = '{}';
  tabStorage.set('draft.3', '{}');
  tabStorage.set('search./vms', '');
  expect(tabStorage.keys('draft.').sort()).toEqual(['draft.1', 'draft.3']);
});

it('remembers where the browser keeps nothing', () => {
  vi.stubGlobal('sessionStorage', undefined);
  tabStorage.set('draft.1', '{}');
  expect(tabStorage.keys()).toEqual(['draft.1']);
  tabStorage.clear();
  expect(tabStorage.get('draft.1')).toBeNull();
});
