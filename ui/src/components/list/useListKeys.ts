import { useRef, useState, type RefObject } from 'react';
import { useShortcuts } from './useShortcuts';

interface ListKeys {
  ids: readonly string[];
  /** The place of the row that keys act on; -1 for none. */
  active: number;
  onActive: (id: string) => void;
  search: RefObject<HTMLInputElement | null> | undefined;
  /** What can be done to the active row; what is not given has no key. */
  select?: ((id: string) => void) | undefined;
  open?: (() => void) | undefined;
  panel?: (() => void) | undefined;
}

/** The keys of a list, and the help that tells of them. */
export function useListKeys({ ids, active, onActive, search, select, open, panel }: ListKeys) {
  const table = useRef<HTMLDivElement>(null);
  const [helping, setHelping] = useState(false);
  const activeId = ids[active];
  const go = (by: number) => {
    const id = ids[Math.min(Math.max(active + by, 0), ids.length - 1)];
    if (id === undefined) return;
    onActive(id);
    // The row may be drawn for this alone.
    requestAnimationFrame(() => {
      const row = table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
      row?.focus({ preventScroll: true });
    });
  };
  useShortcuts({
    ...(search && {
      '/': () => {
        search.current?.focus();
        search.current?.select();
      },
    }),
    j: () => {
      go(1);
    },
    k: () => {
      go(-1);
    },
    '?': () => {
      setHelping(true);
    },
    ...(select &&
      activeId !== undefined && {
        x: () => {
          select(activeId);
        },
      }),
    ...(open && { Enter: open }),
    ...(panel && { i: panel }),
  });
  return {
    table,
    helping,
    closeHelp: () => {
      setHelping(false);
    },
  };
}
