import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { VmFilter } from '@/api/keys';
import type { Vm } from '@/api/schema';
import { searchWords } from '@/components/list/searchWords';

type Attribute = keyof Vm;

/** What a word without a key is looked for in. */
const TEXTS: readonly Attribute[] = ['name', 'addresses', 'tags'];

const BY_KEY: Record<string, readonly Attribute[]> = {
  name: ['name'],
  address: ['addresses'],
  tag: ['tags'],
  state: ['state'],
};

/** What decides whether a VM is in a list, and where. What can't change of a VM is not among it. */
export function decidersOf({ state, q = '', sort = '' }: VmFilter): Set<string> {
  const order = sort.replace(/^-/, '');
  return new Set<string>([
    ...(state ? ['state'] : []),
    ...searchWords(q).flatMap(({ key }) => (key === undefined ? TEXTS : (BY_KEY[key] ?? []))),
    ...(order === 'name' || order === 'state' ? [order] : []),
  ]);
}

/** In what these values differ from a VM. */
export function changedOf(vm: Vm, values: Partial<Vm>): string[] {
  return Object.entries(values)
    .filter(([what, value]) => JSON.stringify(value) !== JSON.stringify(vm[what as Attribute]))
    .map(([what]) => what);
}

/** Whether all pages of a list are loaded. */
export function isComplete(queryClient: QueryClient, key: QueryKey): boolean {
  const data = queryClient.getQueryData<{ pages?: { nextCursor: string | null }[] }>(key);
  return (data?.pages?.at(-1)?.nextCursor ?? null) === null;
}
