import { useId, type ReactNode } from 'react';
import { cx } from '@/lib/cx';

/** A sheet of paper with a heading. */
export function Panel({
  title,
  actions,
  children,
  className,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cx('rounded-panel border border-line bg-surface', className)}
    >
      <div className="flex min-h-12 items-center justify-between gap-4 border-b border-line px-5 py-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
