import type { ReactNode } from 'react';
import { cx } from '@/lib/cx';

/** Names and values, in as many columns as fit. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-x-6 gap-y-4 px-5 py-4">
      {children}
    </dl>
  );
}

export function Fact({
  name,
  wide = false,
  children,
}: {
  name: string;
  /** Takes a whole line. */
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={cx('min-w-0', wide && 'col-span-full')}>
      <dt className="text-sm text-ink-faint">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
