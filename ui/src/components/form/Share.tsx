import { cx } from '@/lib/cx';

/** How much of something is taken, what is asked for on top of it, and whether that is too much. */
export function Share({
  name,
  text,
  taken,
  asked,
  all,
}: {
  name: string;
  /** The same in words. */
  text: string;
  taken: number;
  asked: number;
  all: number;
}) {
  const percent = (part: number) => `${Math.min(100, Math.max(0, (100 * part) / (all || 1)))}%`;
  const tooMuch = taken + asked > all;
  return (
    <div>
      <p className="flex justify-between gap-3 text-sm">
        <span className="text-ink-soft">{name}</span>
        <span className={cx(tooMuch ? 'font-medium text-fail' : 'text-ink-faint')}>{text}</span>
      </p>
      <svg
        aria-hidden="true"
        className="mt-1 block h-1.5 w-full rounded-full bg-line forced-colors:border"
      >
        <rect height="100%" width={percent(taken)} className="fill-ink-faint" />
        <rect
          height="100%"
          x={percent(taken)}
          width={percent(Math.min(asked, all - taken))}
          className={tooMuch ? 'fill-fail' : 'fill-busy'}
        />
      </svg>
    </div>
  );
}
