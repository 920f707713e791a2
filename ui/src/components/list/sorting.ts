import type { ListColumn } from './column';

type Direction = 'ascending' | 'descending';

/** How a list is sorted by a column, if it is. */
export function sortedBy(
  { sort: key }: Pick<ListColumn<never>, 'sort'>,
  sort: string | undefined,
): Direction | undefined {
  if (key === undefined) return undefined;
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : undefined;
}

/** What a click on the head of a column makes of the order: one way, the other way, and as the list usually is. */
export function nextSort(
  { sort: key, descends = false }: Pick<ListColumn<never>, 'sort' | 'descends'>,
  sort: string | undefined,
): string | undefined {
  if (key === undefined) return sort;
  const [first, second] = descends ? [`-${key}`, key] : [key, `-${key}`];
  if (sort === first) return second;
  return sort === second ? undefined : first;
}
