import { cx } from '@/lib/cx';

export function ProgressBar({
  percent,
  label,
  className,
}: {
  percent: number;
  label: string;
  className?: string;
}) {
  return (
    <progress
      className={cx('block h-1.5 w-full bar', className)}
      max={100}
      value={percent}
      aria-label={label}
    />
  );
}
