import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Density } from './layout';

/** About as high as rows are; what they really are is measured. */
const ROW_PIXELS: Record<Density, number> = { comfortable: 64, compact: 40 };
const CARD_PIXELS = 132;
const SMALL_SCREEN = '(width < 48rem)';
/** Rows drawn above and below those in sight. */
const OVERSCAN = 6;
/** How near the end of what is loaded the next page is asked for. */
const AHEAD_ROWS = 25;
/** What lies over the upper and the lower edge of the window. */
const HEAD_PIXELS = 112;
const FOOT_PIXELS = 72;

type Piece<T> = { row: T; index: number } | { gap: number; key: string };

interface Virtual<T> {
  rows: readonly T[];
  density: Density;
  active: number;
  more: (() => void) | undefined;
}

/** Which rows are drawn, and how high what is left out is. The active row is always there, so that it keeps the focus. */
export function useVirtualRows<T extends { id: string }>({
  rows,
  density,
  active,
  more,
}: Virtual<T>) {
  const table = useRef<HTMLTableElement>(null);
  const top = useTop(table);
  const estimate = window.matchMedia(SMALL_SCREEN).matches ? CARD_PIXELS : ROW_PIXELS[density];
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => estimate,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingStart: HEAD_PIXELS,
    scrollPaddingEnd: FOOT_PIXELS,
    rangeExtractor: (range) => withActive(range, active),
  });

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, estimate]);
  const seen = useRef(active);
  useEffect(() => {
    if (active < 0 || active === seen.current) return;
    seen.current = active;
    virtualizer.scrollToIndex(active, { align: 'auto' });
  }, [virtualizer, active]);

  const items = virtualizer.getVirtualItems();
  const last = items.filter(({ index }) => index !== active).at(-1)?.index ?? 0;
  const short = last >= rows.length - AHEAD_ROWS;
  useEffect(() => {
    if (short) more?.();
  }, [short, more]);

  const shown: Piece<T>[] = [];
  let end = top;
  for (const { index, start, end: next } of items) {
    const row = rows[index];
    if (!row) continue;
    if (start > end) shown.push({ gap: start - end, key: `before ${row.id}` });
    shown.push({ row, index });
    end = next;
  }
  const rest = virtualizer.getTotalSize() + top - end;
  if (rest > 0) shown.push({ gap: rest, key: 'rest' });
  return { table, shown, measure: virtualizer.measureElement };
}

function withActive(range: Range, active: number): number[] {
  const usual = defaultRangeExtractor(range);
  if (active < 0 || active >= range.count || usual.includes(active)) return usual;
  return [...usual, active].sort((a, b) => a - b);
}

/** How far below the top of the document the first row is. What stands above may come and go. */
function useTop(table: RefObject<HTMLTableElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const body = table.current?.tBodies[0];
    if (!body) return;
    // Tells of the first size too, before anything is painted.
    const observer = new ResizeObserver(() => {
      setTop(Math.round(body.getBoundingClientRect().top + window.scrollY));
    });
    observer.observe(document.body);
    const above = body.closest('main')?.querySelector('[data-wide]');
    for (const part of above?.children ?? []) observer.observe(part);
    return () => {
      observer.disconnect();
    };
  }, [table]);
  return top;
}
