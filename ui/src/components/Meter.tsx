import { cx } from '@/lib/cx';

const NEARLY_FULL = 0.8;

/** How much of something is taken: the words say it, the bar shows it. */
export function Meter({
  label,
  used,
  total,
  text,
}: {
  label: string;
  used: number;
  total: number;
  /** Both in words, with their unit. */
  text: string;
}) {
  const share = total > 0 ? Math.min(used / total, 1) : 0;
  return (
    <div className="min-w-0">
      <div className="mb-1 flex justify-between gap-3 text-sm">
        <span className="text-ink-faint">{label}</span>
        <span className="truncate text-ink-soft">{text}</span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(used, total)}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-full bg-line forced-colors:border"
      >
        <div
          style={{ width: `${share * 100}%` }}
          className={cx(
            'h-full rounded-full forced-colors:bg-[CanvasText]',
            share > NEARLY_FULL ? 'bg-warn' : 'bg-ink-faint',
          )}
        />
      </div>
    </div>
  );
}
