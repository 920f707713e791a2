import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Host } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { useLocalRows } from '@/components/list/localRows';
import { NothingFound } from '@/components/list/NothingFound';
import { useViewedAddress } from '@/domain/views/useViewedAddress';
import { ViewedListPage } from '@/domain/views/ViewedListPage';
import { hostRoomQuery } from './queries';
import { useHostColumns } from './useHostColumns';

const LIST = 'hosts';
const nameOf = (host: Host) => host.name;
const pathOf = (host: Host) => `/hosts/${host.id}`;
const LOCAL = {
  texts: ({ name, backend }: Host) => [name, backend],
  orders: { name: nameOf, state: ({ state }: Host) => state, vms: ({ vms }: Host) => vms },
};

export function HostListPage() {
  const { t } = useTranslation();
  const { address, chosen } = useViewedAddress(LIST);
  const hosts = useQuery({ ...hostRoomQuery, refetchInterval: usePolling() });
  return (
    <ViewedListPage
      id={LIST}
      all={t('host.list.all')}
      chosen={chosen}
      title={t('host.list.title')}
      address={address}
      columns={useHostColumns()}
      rows={useLocalRows(hosts, address, LOCAL)}
      nameOf={nameOf}
      pathOf={pathOf}
      search={{ label: t('list.search'), placeholder: t('host.list.placeholder'), keys: [] }}
      failed={t('host.list.failed')}
      empty={
        <EmptyState
          picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
          title={t('host.list.emptyTitle')}
          text={t('host.list.emptyText')}
        />
      }
      none={<NothingFound onClear={address.clear} />}
    />
  );
}
