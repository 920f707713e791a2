import { cx } from '@/lib/cx';

/** Holds the place of what is still on its way. Its size is given by classes and equals that of the real thing. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('block animate-breathe rounded-md bg-line', className)}
    />
  );
}
