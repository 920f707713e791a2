import { useMemo } from 'react';
import type { ListRows } from './column';
import type { ListAddress } from './useListAddress';

type Value = string | number;

/** What a list that is loaded as a whole is searched and sorted by. */
export interface LocalList<T> {
  /** The texts that words are looked for in. */
  texts: (row: T) => readonly string[];
  /** The values by which it is sorted, each under the name that its column has in `sort`. */
  orders: Readonly<Record<string, (row: T) => Value>>;
}

/** Has the page search and sort a list that the server gives as a whole, as it would otherwise. */
export function useLocalRows<T>(
  rows: ListRows<T>,
  { q, sort }: Pick<ListAddress, 'q' | 'sort'>,
  list: LocalList<T>,
): ListRows<T> {
  const data = useMemo(
    () => rows.data && localRows(rows.data, { q, sort }, list),
    [rows.data, q, sort, list],
  );
  return { ...rows, data };
}

export function localRows<T>(
  rows: readonly T[],
  { q = '', sort = '' }: Pick<Partial<ListAddress>, 'q' | 'sort'>,
  { texts, orders }: LocalList<T>,
): T[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const all = texts(row).join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const by = orders[sort.replace(/^-/, '')];
  if (!by) return found;
  const way = sort.startsWith('-') ? -1 : 1;
  return found.sort((a, b) => way * compare(by(a), by(b)));
}

function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}
