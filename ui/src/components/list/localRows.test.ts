import { describe, expect, it } from 'vitest';
import { localRows } from './localRows';

const HOSTS = [
  { name: 'north-10', backend: 'libvirt', vms: 3 },
  { name: 'north-2', backend: 'libvirt', vms: 12 },
  { name: 'south', backend: 'simulated', vms: 0 },
];
const LIST = {
  texts: ({ name, backend }: (typeof HOSTS)[number]) => [name, backend],
  orders: {
    name: ({ name }: (typeof HOSTS)[number]) => name,
    vms: ({ vms }: (typeof HOSTS)[number]) => vms,
  },
};
const names = (address: { q?: string; sort?: string }) =>
  localRows(HOSTS, { q: undefined, sort: undefined, ...address }, LIST).map(({ name }) => name);

describe('a list that is there as a whole', () => {
  it('is found by all the words that are typed, wherever they stand', () => {
    expect(names({ q: 'LIBVIRT 2' })).toEqual(['north-2']);
    expect(names({ q: 'simulated north' })).toEqual([]);
  });

  it('is sorted by numbers as numbers, also in names', () => {
    expect(names({ sort: 'name' })).toEqual(['north-2', 'north-10', 'south']);
    expect(names({ sort: '-vms' })).toEqual(['north-2', 'north-10', 'south']);
    expect(names({ sort: 'vms' })).toEqual(['south', 'north-10', 'north-2']);
  });

  it('stays as it came where an order is unknown', () => {
    expect(names({ sort: 'colour' })).toEqual(['north-10', 'north-2', 'south']);
  });
});
