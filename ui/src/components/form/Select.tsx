import type { ComponentProps } from 'react';
import { cx } from '@/lib/cx';
import { Icon } from '../icons';

/** One of several, as the browser's own list. */
export function Select({
  options,
  className,
  ...rest
}: { options: readonly { value: string; label: string }[] } & Omit<
  ComponentProps<'select'>,
  'children'
>) {
  return (
    <span className="relative block">
      <select className={cx('h-10 w-full appearance-none control pr-10 pl-3', className)} {...rest}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron"
        className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 rotate-90 text-ink-faint"
      />
    </span>
  );
}
