import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Vm } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { NothingFound } from '@/components/list/NothingFound';
import { useViewedAddress } from '@/domain/views/useViewedAddress';
import { ViewedListPage } from '@/domain/views/ViewedListPage';
import { EmptyBin } from './EmptyBin';
import { binQuery } from './queries';
import { useBinColumns } from './useBinColumns';

const LIST = 'bin';
const nameOf = (vm: Vm) => vm.name;

/** Deleted machines, which can be given back until they go by themselves. */
export function BinPage() {
  const { t } = useTranslation();
  const { address, chosen } = useViewedAddress(LIST);
  const bin = useInfiniteQuery({ ...binQuery, refetchInterval: usePolling() });
  return (
    <ViewedListPage
      id={LIST}
      all={t('bin.all')}
      chosen={chosen}
      title={t('bin.title')}
      actions={bin.data && bin.data.length > 0 && <EmptyBin />}
      about={t('bin.about')}
      address={address}
      columns={useBinColumns()}
      rows={bin}
      nameOf={nameOf}
      failed={t('bin.failed')}
      empty={
        <EmptyState
          picture={<Glyph shape="empty" className="size-14 text-line-strong" />}
          title={t('bin.emptyTitle')}
          text={t('bin.emptyText')}
        />
      }
      none={<NothingFound onClear={address.clear} />}
    />
  );
}
