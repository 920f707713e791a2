import type { QueryClient, QueryKey } from '@tanstack/react-query';

interface Row {
  id: string;
}

interface Items<T> {
  items: T[];
}

interface Page extends Items<Row> {
  nextCursor: string | null;
}

type Cached<T> = T | Items<T> | { pages: Items<T>[] };

export function cachedKeys(queryClient: QueryClient, prefix: QueryKey): QueryKey[] {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: prefix })
    .map((query) => query.queryKey);
}

/** Whether all of a list is loaded; what is no list is all there is of it. */
export function isComplete(queryClient: QueryClient, key: QueryKey): boolean {
  return !lastPageOf(queryClient, key)?.nextCursor;
}

/** Whether an object stands behind what is loaded of a list that has the newest first. Ids grow with time. */
export function isBehind(queryClient: QueryClient, key: QueryKey, id: string): boolean {
  const last = lastPageOf(queryClient, key);
  const { id: lastId } = last?.items?.at(-1) ?? {};
  return !!last?.nextCursor && lastId !== undefined && id < lastId;
}

function lastPageOf(queryClient: QueryClient, key: QueryKey): Partial<Page> | undefined {
  const data = queryClient.getQueryData<Partial<Page> & { pages?: Page[] }>(key);
  return isObject(data) ? (data.pages?.at(-1) ?? data) : undefined;
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

/**
 * Takes an object out of a cached list.
 *
 * @returns whether the list still shows something, or there is nothing more that it could show
 */
export function takeOut(queryClient: QueryClient, key: QueryKey, id: string): boolean {
  const others = <T extends Row>(page: Items<T>) => ({
    ...page,
    items: page.items.filter((row) => row.id !== id),
  });
  queryClient.setQueryData<Cached<Row>>(key, (data) => {
    if (!isObject(data)) return data;
    if ('pages' in data) return { ...data, pages: data.pages.map(others) };
    return 'items' in data ? others(data) : data;
  });
  const data = queryClient.getQueryData<Cached<Row>>(key);
  return !isObject(data) || itemsOf(data).length > 0 || isComplete(queryClient, key);
}
