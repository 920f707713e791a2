import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '@/components/Skeleton';
import { cx } from '@/lib/cx';
import type { ListRows } from './column';

const SKELETON_ROWS = 6;

/** The sheet on which the rows of a list lie: loading, failed, empty, full. */
export function ListSheet<T>({
  rows,
  error,
  empty,
  children,
}: {
  rows: ListRows<T>;
  error: (error: Error) => ReactNode;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div
      aria-busy={!rows.data && !rows.error}
      // What is clipped, other than what is hidden, lets the heads of the columns stay in sight.
      className={cx(
        'overflow-clip rounded-panel border border-line bg-surface transition-opacity',
        rows.isPlaceholderData && 'opacity-60',
      )}
    >
      {content()}
    </div>
  );

  function content(): ReactNode {
    if (rows.data) return rows.data.length > 0 ? children(rows.data) : empty;
    if (rows.error) return error(rows.error);
    return <ListSkeleton label={t('common.loading')} />;
  }
}

/** As high as a list of a few rows, row by row. */
function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <div className="hidden h-10 border-b border-line md:block" />
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        <div
          key={row}
          className="flex h-16 items-center gap-8 border-b border-line px-5 last:border-0"
        >
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-6 w-24 rounded-full" />
          <Skeleton className="hidden h-4 w-28 md:block" />
          <Skeleton className="ml-auto hidden h-4 w-20 sm:block" />
        </div>
      ))}
    </div>
  );
}
