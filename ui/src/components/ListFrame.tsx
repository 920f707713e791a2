import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/lib/cx';
import { Button } from './Button';
import { Skeleton } from './Skeleton';

const SKELETON_ROWS = 6;

interface ListQuery<T> {
  data: T[] | undefined;
  error: Error | null;
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** The sheet on which a list lies: loading, failed, empty, full, and the button for more. */
export function ListFrame<T>({
  query,
  error,
  empty,
  children,
}: {
  query: ListQuery<T>;
  error: (error: Error) => ReactNode;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div
        aria-busy={!query.data && !query.error}
        className={cx(
          'overflow-hidden rounded-panel border border-line bg-surface transition-opacity',
          query.isPlaceholderData && 'opacity-60',
        )}
      >
        {content()}
      </div>
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button unavailable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
    </>
  );

  function content(): ReactNode {
    if (query.data) return query.data.length > 0 ? children(query.data) : empty;
    if (query.error) return error(query.error);
    return <ListSkeleton label={t('common.loading')} />;
  }
}

/** As high as a list of a few rows, row by row. */
function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <div className="h-10 border-b border-line" />
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
