import type { QueryKey } from '@tanstack/react-query';
import type { VmFilter } from '@/api/keys';
import type { Vm } from '@/api/schema';
import { searchWords } from '@/components/list/searchWords';

type Attribute = keyof Vm;

/** What a cached list of VMs was asked for with. */
export interface ListedFilter extends VmFilter {
  host?: string;
  limit?: number;
}

/** What a word without a key is looked for in. */
const TEXTS: readonly Attribute[] = ['name', 'addresses', 'tags'];

const BY_KEY: Record<string, readonly Attribute[]> = {
  name: ['name'],
  address: ['addresses'],
  tag: ['tags'],
  state: ['state'],
};

/** What a list was asked for with; undefined for what is none. A search for a few is a list too. */
export function filterOf(key: QueryKey): ListedFilter | undefined {
  if (key[1] === 'list') return key[2] ?? {};
  return key[1] === 'found' ? { q: String(key[2]), limit: 0 } : undefined;
}

/** What decides whether a VM is in a list, and where. What can't change of a VM is not among it. */
export function decidersOf({ state, q = '', sort = '' }: VmFilter): Set<string> {
  const order = sort.replace(/^-/, '');
  return new Set<string>([
    ...(state ? ['state'] : []),
    ...searchWords(q).flatMap(({ key }) => (key === undefined ? TEXTS : (BY_KEY[key] ?? []))),
    ...(order === 'name' || order === 'state' ? [order] : []),
  ]);
}

/** Whether a list has no VM like this one, whatever else it is asked for with. */
export function isOutside({ state }: VmFilter, { state: now }: Partial<Vm>): boolean {
  return state !== undefined && now !== undefined && now !== state;
}

/** Whether a list is one of all VMs, in whatever order. */
export function isOfAll({ state, q, host, limit }: ListedFilter): boolean {
  return state === undefined && !q && host === undefined && limit === undefined;
}

/** Whether the newest VMs come first. */
export function isNewestFirst({ sort, host }: ListedFilter): boolean {
  return (sort === undefined || sort === '-createdAt') && host === undefined;
}

/** In what these values differ from a VM. */
export function changedOf(vm: Vm, values: Partial<Vm>): string[] {
  return Object.entries(values)
    .filter(([what, value]) => JSON.stringify(value) !== JSON.stringify(vm[what as Attribute]))
    .map(([what]) => what);
}
