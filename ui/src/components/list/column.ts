import type { ReactNode } from 'react';

/** A column of a list. Its cell is drawn again only when its row is another object. */
export interface ListColumn<T> {
  /** Unique in its list: under this it is remembered whether it is shown. */
  id: string;
  label: string;
  /** Whether the label is for those only who can't see the column. */
  unlabelled?: boolean;
  /** What the order by this column is called in `sort=`; a column without it can't be sorted by. */
  sort?: string;
  /** Whether a first click sorts the largest or newest first. */
  descends?: boolean;
  /** What names the row, which can't be hidden. */
  always?: boolean;
  /** Whether it is shown only to those who ask for it. */
  hidden?: boolean;
  /** Whether a value says by itself what it is: on a small screen, where rows are cards, others stand beside their label. */
  bare?: boolean;
  /** In pixels; columns without it share what is left, by the classes of their heads. */
  width?: number | undefined;
  /** Classes of the head, for the width; of the cell, which is a row of its own on a small screen where none are given. */
  headClass?: string | undefined;
  cellClass?: string | undefined;
  cell: (row: T) => ReactNode;
}

/** What a list shows, as an infinite query or a simple one tells it. */
export interface ListRows<T> {
  data: T[] | undefined;
  error: Error | null;
  isPlaceholderData: boolean;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => Promise<unknown>;
  refetch: () => Promise<unknown>;
}
