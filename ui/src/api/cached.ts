import type { QueryClient, QueryKey } from '@tanstack/react-query';

interface Row {
  id: string;
}

interface Items<T> {
  items: T[];
}

type Cached<T> = T | Items<T> | { pages: Items<T>[] };

export function cachedKeys(queryClient: QueryClient, prefix: QueryKey): QueryKey[] {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: prefix })
    .map((query) => query.queryKey);
}

/** Whether a list holds only what fits a filter, which a change may bring in or take out. */
export function isChosen(key: QueryKey): boolean {
  const filter = key[1] === 'list' ? key[2] : undefined;
  return Object.values(filter ?? {}).some((value) => value !== undefined);
}

/** Whether an answer is on its way. It may be older than an event that comes now. */
export function isAsked(queryClient: QueryClient, key: QueryKey): boolean {
  return queryClient.isFetching({ queryKey: key, exact: true }) > 0;
}

/** The copies of an object in a cached answer: one object, a list, or a list that was loaded page by page. */
export function rowsOf<T extends Row>(queryClient: QueryClient, key: QueryKey, id: string): T[] {
  const data = queryClient.getQueryData<Cached<T>>(key);
  if (!isObject(data)) return [];
  return itemsOf<T>(data).filter((row) => row.id === id);
}

/** What contributors cache under a name that begins alike may be anything. */
function isObject(data: unknown): data is object {
  return typeof data === 'object' && data !== null;
}

function itemsOf<T extends Row>(data: Cached<T>): T[] {
  if ('pages' in data) return data.pages.flatMap((page) => page.items);
  return 'items' in data ? data.items : [data];
}

/**
 * Writes an object anew in a cached answer, wherever it stands in it. What could not be loaded again, because it is gone for
 * instance, is left so: writing into it would show as there what was known of it last.
 */
export function rewrite<T extends Row>(
  queryClient: QueryClient,
  key: QueryKey,
  id: string,
  fix: (row: T) => T,
): void {
  if (queryClient.getQueryState(key)?.status === 'error') return;
  const fixed = (row: T) => (row.id === id ? fix(row) : row);
  const inPage = (page: Items<T>) => ({ ...page, items: page.items.map(fixed) });
  queryClient.setQueryData<Cached<T>>(key, (data) => {
    if (!isObject(data)) return data;
    if ('pages' in data) return { ...data, pages: data.pages.map(inPage) };
    return 'items' in data ? inPage(data) : fixed(data as T);
  });
}
