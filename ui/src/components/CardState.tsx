import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { ProblemNotice } from './ProblemNotice';
import { Skeleton } from './Skeleton';

/** What a panel shows of an answer: its outline until it is there, or that it can't be had. */
export function CardState<T>({
  query,
  height,
  children,
}: {
  query: UseQueryResult<T>;
  /** A class: how high the answer will be, so that nothing moves when it comes. */
  height: string;
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <div className="space-y-3 p-5">
        <ProblemNotice error={query.error} alert={false} />
        <Button icon="reboot" onClick={() => void query.refetch()}>
          {t('common.tryAgain')}
        </Button>
      </div>
    );
  }
  return (
    <div role="status" className="p-5">
      <span className="sr-only">{t('common.loading')}</span>
      <Skeleton className={`w-full opacity-60 ${height}`} />
    </div>
  );
}
