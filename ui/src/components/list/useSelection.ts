import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

/** What is selected: some rows, or all that the search finds, also those that are not loaded. */
export type Selected = { all: false; ids: ReadonlySet<string> } | { all: true };

export interface Selection {
  selected: Selected;
  /** How many that were selected the list no longer shows. They are selected again when they come back. */
  left: number;
  /** Whether this row is selected. */
  has: (id: string) => boolean;
  /** Selects a row or takes it out; with `range` all between it and the one before. */
  toggle: (id: string, range?: boolean) => void;
  selectLoaded: () => void;
  selectAll: () => void;
  clear: () => void;
}

const NONE: Selected = { all: false, ids: new Set() };

/**
 * The selection in a list. It ends with what is searched for, and what leaves the list is not among it, so that nothing is done
 * to what is no longer shown.
 *
 * @param ids of the rows that are loaded, in their order
 * @param search what is searched for
 */
export function useSelection(ids: readonly string[], search: string): Selection {
  const [kept, setKept] = useState({ search, selected: NONE });
  const chosen = kept.search === search ? kept.selected : NONE;
  const selected = useMemo(() => shownOf(chosen, ids), [chosen, ids]);
  const left = countSelected(chosen, 0) - countSelected(selected, 0);
  const anchor = useRef<string>(undefined);
  const loaded = useRef(ids);
  useLayoutEffect(() => {
    loaded.current = ids;
  }, [ids]);
  const change = useCallback(
    (next: (selected: Selected) => Selected) => {
      setKept((now) => ({ search, selected: next(now.search === search ? now.selected : NONE) }));
    },
    [search],
  );
  const toggle = useCallback(
    (id: string, range = false) => {
      const from = range ? anchor.current : undefined;
      anchor.current = id;
      change((now) => toggled(now, loaded.current, id, from));
    },
    [change],
  );
  return useMemo(
    () => ({
      selected,
      left,
      has: (id: string) => selected.all || selected.ids.has(id),
      toggle,
      selectLoaded: () => {
        change(() => ({ all: false, ids: new Set(loaded.current) }));
      },
      selectAll: () => {
        change(() => ({ all: true }));
      },
      clear: () => {
        anchor.current = undefined;
        change(() => NONE);
      },
    }),
    [selected, left, toggle, change],
  );
}

/** What of a selection is still among the rows of the list. */
export function shownOf(selected: Selected, ids: readonly string[]): Selected {
  if (selected.all || selected.ids.size === 0) return selected;
  const shown = ids.filter((id) => selected.ids.has(id));
  return shown.length === selected.ids.size ? selected : { all: false, ids: new Set(shown) };
}

/** Where all were selected, what is left of the rows that are loaded. A range becomes what its end becomes. */
export function toggled(
  selected: Selected,
  loaded: readonly string[],
  id: string,
  from?: string,
): Selected {
  const ids = new Set(selected.all ? loaded : selected.ids);
  const add = !ids.has(id);
  for (const each of between(loaded, from ?? id, id)) {
    if (add) ids.add(each);
    else ids.delete(each);
  }
  return { all: false, ids };
}

function between(ids: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  if (a < 0 || b < 0) return [to];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** How many rows are selected, of so many that the search finds. */
export function countSelected(selected: Selected, total: number): number {
  return selected.all ? total : selected.ids.size;
}
