import { describe, expect, it, vi } from 'vitest';
import { defineContribution } from './contribution';
import { Registry } from './registry';

const page = () => null;

const own = defineContribution({
  id: 'vms',
  name: 'OBox',
  routes: [{ path: 'vms', page }],
  vmColumns: [
    { id: 'name', label: 'name', order: 10, content: page },
    { id: 'created', label: 'created', order: 50, content: page },
  ],
});

function rack(path: string) {
  return defineContribution({
    id: 'org.example.rack',
    name: 'Rack',
    routes: [{ path, page }],
    vmColumns: [{ id: 'rack', label: 'rack', order: 30, content: page }],
  });
}

const paths = (registry: Registry) => registry.at('routes').map(({ item }) => item.path);

describe('the registry', () => {
  it('puts what is contributed in order, and knows by whom', () => {
    const registry = new Registry([own, rack('racks')]);
    expect(registry.at('vmColumns').map(({ by, item }) => `${by.name} ${item.id}`)).toEqual([
      'OBox name',
      'Rack rack',
      'OBox created',
    ]);
  });

  it('has nothing at a point that nobody contributes to', () => {
    expect(new Registry([own]).at('hostTabs')).toEqual([]);
  });

  it('gives the same answer until something changes, so that nothing is drawn for nothing', () => {
    const registry = new Registry([own]);
    const before = registry.at('routes');
    expect(registry.at('routes')).toBe(before);
    registry.add(rack('racks'));
    expect(registry.at('routes')).not.toBe(before);
  });

  it('replaces a contribution by the one with its id, in its place', () => {
    const registry = new Registry([rack('racks'), own]);
    registry.add(rack('shelves'));
    expect(paths(registry)).toEqual(['shelves', 'vms']);
  });

  it('forgets what is removed', () => {
    const registry = new Registry([own, rack('racks')]);
    registry.remove('org.example.rack');
    expect(paths(registry)).toEqual(['vms']);
  });

  it('tells of each change until nobody listens any more', () => {
    const registry = new Registry([own]);
    const listener = vi.fn();
    const forget = registry.subscribe(listener);
    registry.add(rack('racks'));
    registry.remove('org.example.rack');
    forget();
    registry.add(rack('racks'));
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('shows the first of those with the same id at a point, and tells of the others', () => {
    const registry = new Registry([own]);
    const early = { id: 'name', label: 'x', order: 0, content: page };
    const late = defineContribution({ id: 'late', name: 'Late', vmColumns: [early] });
    registry.add(late);
    expect(registry.at('vmColumns').map(({ by }) => by.name)).toEqual(['OBox', 'OBox']);
    expect(registry.clashes()).toEqual([
      { by: late, point: 'vmColumns', identity: 'name', owner: own },
    ]);
    registry.remove('vms');
    expect(registry.clashes()).toEqual([]);
    expect(registry.at('vmColumns').map(({ by }) => by.name)).toEqual(['Late']);
  });
});
