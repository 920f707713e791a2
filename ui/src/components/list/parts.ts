import type { ReactNode } from 'react';
import type { MenuItem } from '@/components/Menu';
import type { ListColumn, ListRows } from './column';
import type { ListLayout } from './layout';
import type { Chosen } from './SelectionBar';
import type { ListState } from './StateChips';
import type { SearchKey } from './suggestions';
import type { ListAddress } from './useListAddress';

/** What a list is made of. */
export interface ListParts<T> {
  /** Under this name it is remembered how the list is to be seen. */
  id: string;
  title: string;
  /** Beside the title. */
  actions?: ReactNode;
  /** Below the title: what this is a list of, where that has to be said. */
  about?: string;
  columns: readonly ListColumn<T>[];
  rows: ListRows<T>;
  /** How many there are, with those that are not loaded; where it is not given, all are loaded. */
  total?: number | undefined;
  /** What the address says, from `useListAddress`. */
  address: ListAddress;
  nameOf: (row: T) => string;
  /** The address of the page that shows a row, if there is one. */
  pathOf?: ((row: T) => string) | undefined;
  search?: {
    label: string;
    placeholder: string;
    keys: readonly SearchKey[];
    /** What the server does not understand, if that is why there are no rows. */
    error?: { text: string; remedy?: string | undefined } | undefined;
  };
  states?: {
    label: string;
    options: readonly ListState[];
    total?: number | undefined;
    /** Whether something else says which states are meant, so that none of these is chosen. */
    searched?: boolean;
  };
  /** What a row offers. */
  menu?: (row: T) => readonly MenuItem[];
  /** The facts of a row, beside the list. */
  panel?: (row: T) => ReactNode;
  /** What can be done to what is selected; without it nothing can be. */
  bulk?: (chosen: Chosen, clear: () => void) => ReactNode;
  /** Beside the title: the views of the list, as it is seen at the moment. */
  views?: (layout: ListLayout) => ReactNode;
  /** Between the search and the rows. */
  notices?: ReactNode;
  /** Beside the search, such as more filters. */
  tools?: ReactNode;
  failed: string;
  /** Where there is nothing, and where nothing is found. */
  empty: ReactNode;
  none: ReactNode;
}
