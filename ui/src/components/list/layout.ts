import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { storage } from '@/lib/storage';
import type { ListColumn } from './column';

export type Density = 'comfortable' | 'compact';

/** How somebody wants to see a list. */
export interface ListLayout {
  density: Density;
  /** The columns shown, in their order; undefined as long as nothing was chosen. */
  columns?: string[] | undefined;
}

const USUAL: ListLayout = { density: 'comfortable' };

/** Where layouts are kept. */
export interface LayoutStore {
  read: (list: string) => ListLayout;
  write: (list: string, layout: ListLayout) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Keeps them in the browser. */
function browserLayouts(): LayoutStore {
  const known = new Map<string, ListLayout>();
  const listeners = new Set<() => void>();
  return {
    read: (list) => {
      const layout = known.get(list) ?? parse(storage.get(keyOf(list)));
      known.set(list, layout);
      return layout;
    },
    write: (list, layout) => {
      known.set(list, layout);
      storage.set(keyOf(list), JSON.stringify(layout));
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const layouts: LayoutStore = browserLayouts();

/** How a list is to be seen, and how to change it. */
export function useListLayout(list: string) {
  const layout = useSyncExternalStore(layouts.subscribe, () => layouts.read(list));
  const change = useCallback(
    (changed: Partial<ListLayout>) => {
      layouts.write(list, { ...layouts.read(list), ...changed });
    },
    [list],
  );
  return { layout, change };
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

function keyOf(list: string): string {
  return `obox.list.${list}`;
}

function parse(text: string | null): ListLayout {
  try {
    const kept = JSON.parse(text ?? '{}') as Partial<ListLayout> | null;
    const columns: unknown = kept?.columns;
    return {
      density: kept?.density === 'compact' ? 'compact' : USUAL.density,
      ...(Array.isArray(columns) && { columns: columns.filter((id) => typeof id === 'string') }),
    };
  } catch {
    return USUAL;
  }
}
