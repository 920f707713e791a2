import { cx } from '@/lib/cx';

const NEARLY_FULL = 0.8;

/** How much of something is taken, and what is asked for on top of it: the words say it, the bar shows it. */
export function Meter({
  label,
  used,
  asked,
  total,
  text,
}: {
  label: string;
  used: number;
  asked?: number;
  total: number;
  /** The same in words, with its unit. */
  text: string;
}) {
  const percent = (part: number) =>
    `${total > 0 ? Math.min(100, Math.max(0, (100 * part) / total)) : 0}%`;
  const more = asked ?? 0;
  const tooMuch = more > 0 && used + more > total;
  // a meter has one value: where there are two, the words are enough
  const spoken = {
    role: 'meter',
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': total,
    'aria-valuenow': Math.min(used, total),
    'aria-valuetext': text,
  };
  return (
    <div className="min-w-0">
      <div className="mb-1 flex justify-between gap-3 text-sm">
        <span className="text-ink-faint">{label}</span>
        <span className={cx('truncate', tooMuch ? 'font-medium text-fail' : 'text-ink-soft')}>
          {text}
        </span>
      </div>
      <div
        {...(asked === undefined ? spoken : { 'aria-hidden': true })}
        className="flex h-1.5 overflow-hidden rounded-full bg-line forced-colors:border"
      >
        <div
          style={{ width: percent(used) }}
          className={cx(
            'h-full forced-colors:bg-[CanvasText]',
            used > NEARLY_FULL * total ? 'bg-warn' : 'bg-ink-faint',
          )}
        />
        <div
          style={{ width: percent(Math.min(more, total - used)) }}
          className={cx('h-full forced-colors:bg-[Highlight]', tooMuch ? 'bg-fail' : 'bg-busy')}
        />
      </div>
    </div>
  );
}
