import { cx } from '@/lib/cx';
import { searchWords } from './searchWords';

/** Marks the terms of a search behind the letters of its input, which it follows in size and place. */
export function SearchMarks({
  text,
  scrolled,
  wrong,
  className,
}: {
  text: string;
  scrolled: number;
  wrong: boolean;
  className: string;
}) {
  return (
    <div
      aria-hidden="true"
      className={cx(
        'pointer-events-none absolute inset-0 overflow-hidden rounded-control bg-surface leading-9 text-transparent',
        className,
      )}
    >
      <div className="-mt-px overflow-hidden">
        <div className="whitespace-pre" style={{ marginInlineStart: -scrolled }}>
          {pieces(text).map(({ at, part, term }) =>
            term ? (
              <mark
                key={at}
                className={cx(
                  '-mx-0.5 rounded-md px-0.5 py-0.5 text-transparent ring-1',
                  wrong ? 'bg-fail-tint ring-fail/30' : 'bg-sunken ring-line',
                )}
              >
                {part}
              </mark>
            ) : (
              <span key={at}>{part}</span>
            ),
          )}
        </div>
      </div>
    </div>
  );
}

function pieces(text: string): { at: number; part: string; term: boolean }[] {
  const found: { at: number; part: string; term: boolean }[] = [];
  let at = 0;
  for (const { start, end, key } of searchWords(text)) {
    if (start > at) found.push({ at, part: text.slice(at, start), term: false });
    found.push({ at: start, part: text.slice(start, end), term: key !== undefined });
    at = end;
  }
  return found;
}
