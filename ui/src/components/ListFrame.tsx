import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import type { ListRows } from './list/column';
import { ListSheet } from './list/ListSheet';

/** A list that grows by a button, where it is a part of a page. */
export function ListFrame<T>({
  query,
  error,
  empty,
  children,
}: {
  query: ListRows<T>;
  error: (error: Error) => ReactNode;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <ListSheet rows={query} error={error} empty={empty}>
        {children}
      </ListSheet>
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button
            unavailable={query.isFetchingNextPage === true}
            onClick={() => void query.fetchNextPage?.()}
          >
            {t('common.more')}
          </Button>
        </div>
      )}
    </>
  );
}
