import { useMemo } from 'react';
import type { ListColumn } from './column';
import { useListPreferences } from './preferences';
import type { ListAddress } from './useListAddress';

export type Density = 'comfortable' | 'compact';

/** How somebody wants to see a list. */
export interface ListLayout {
  density: Density;
  /** The columns shown, in their order; undefined as long as nothing was chosen. */
  columns?: readonly string[] | undefined;
}

/** How a list is to be seen, and how to change it: by the view that is chosen, otherwise by what its reader prefers. */
export function useListLayout(list: string, { view, settings, set }: ListAddress) {
  const { layoutOf, choose } = useListPreferences();
  const preferred = layoutOf(list);
  const columns = useMemo(() => columnsIn(settings.columns), [settings.columns]);
  if (!view) {
    return {
      layout: preferred,
      change: (changed: Partial<ListLayout>) => {
        choose(list, changed);
      },
    };
  }
  const density = settings.density === '' ? preferred.density : (settings.density as Density);
  return {
    layout: { density, columns },
    change: (changed: Partial<ListLayout>) => {
      set({
        ...('columns' in changed && { columns: columnsAsText(changed.columns) }),
        ...(changed.density && { density: changed.density }),
      });
    },
  };
}

/** Columns as they stand in an address; nothing for those that the list shows by itself. */
export function columnsAsText(columns: readonly string[] = []): string {
  return columns.join(',');
}

function columnsIn(text: string): string[] | undefined {
  return text === '' ? undefined : text.split(',');
}

/** The columns that are shown, in the order that was chosen; those that nobody chose stand where they usually do. */
export function useShownColumns<T>(
  columns: readonly ListColumn<T>[],
  chosen: readonly string[] | undefined,
): ListColumn<T>[] {
  return useMemo(() => shownColumns(columns, chosen), [columns, chosen]);
}

export function shownColumns<T>(
  columns: readonly ListColumn<T>[],
  chosen: readonly string[] | undefined,
): ListColumn<T>[] {
  if (!chosen) return columns.filter(({ hidden, always }) => always === true || !hidden);
  const wanted = chosen.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const missing = columns.filter(({ id, always }) => always && !chosen.includes(id));
  return [...missing, ...wanted];
}
