import { useVirtualizer } from '@tanstack/react-virtual';
import type { JobLogLine } from '@/api/schema';
import { beginsAttempt, LogLine } from './LogLine';

const LINE_PIXELS = 20;
const OVERSCAN = 30;

/** The lines of a log of which only those in sight exist; each says which one it is. */
export function LongLog({
  lines,
  box,
}: {
  lines: readonly JobLogLine[];
  /** What scrolls them. */
  box: HTMLElement;
}) {
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns stays in here
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box,
    estimateSize: () => LINE_PIXELS,
    getItemKey: (index) => lines[index]?.seq ?? index,
    overscan: OVERSCAN,
  });
  const shown = virtualizer.getVirtualItems();
  return (
    <ol className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {shown.map(({ index, key, start }) => {
        const line = lines[index];
        return (
          line && (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 flow-root"
              style={{ transform: `translateY(${start}px)` }}
            >
              <LogLine line={line} newAttempt={beginsAttempt(lines, index)} />
            </li>
          )
        );
      })}
    </ol>
  );
}
