import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { ListFrame } from '@/components/ListFrame';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { BinTable } from './BinTable';
import { EmptyBin } from './EmptyBin';
import { binQuery } from './queries';

/** Deleted machines, which can be given back until they go by themselves. */
export function BinPage() {
  const { t } = useTranslation();
  const bin = useInfiniteQuery({ ...binQuery, refetchInterval: usePolling() });
  return (
    <>
      <PageHeader
        title={t('bin.title')}
        actions={bin.data && bin.data.length > 0 && <EmptyBin />}
      />
      <p className="mb-4 max-w-2xl text-pretty text-ink-soft">{t('bin.about')}</p>
      <ListFrame
        query={bin}
        error={(error) => (
          <LoadError error={error} title={t('bin.failed')} onRetry={() => void bin.refetch()} />
        )}
        empty={
          <EmptyState
            picture={<Glyph shape="empty" className="size-14 text-line-strong" />}
            title={t('bin.emptyTitle')}
            text={t('bin.emptyText')}
          />
        }
      >
        {(items) => <BinTable vms={items} />}
      </ListFrame>
    </>
  );
}
