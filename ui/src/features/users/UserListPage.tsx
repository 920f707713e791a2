import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { ManagedUser } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { NothingFound } from '@/components/list/NothingFound';
import { useViewedAddress } from '@/domain/views/useViewedAddress';
import { ViewedListPage } from '@/domain/views/ViewedListPage';
import { allItems } from '@/lib/paging';
import { Invite } from './Invite';
import { userListQuery } from './queries';
import type { Standing } from './standing';
import { useUserActions } from './useUserActions';
import { useUserColumns } from './useUserColumns';

const LIST = 'users';
const STANDINGS: readonly Standing[] = ['ACTIVE', 'INVITED', 'UNVERIFIED', 'DISABLED'];

const nameOf = ({ email }: ManagedUser) => email;
const pathOf = ({ id }: ManagedUser) => `/users/${id}`;

/** What the server is asked for to see those who stand like this. */
function asked(standing: string | undefined) {
  const known = STANDINGS.find((one) => one === standing);
  return known === 'INVITED' ? { invited: 'true' as const } : { state: known };
}

export function UserListPage() {
  const { t } = useTranslation();
  const { address, chosen } = useViewedAddress(LIST);
  const { menuOf, question } = useUserActions();
  const query = {
    ...userListQuery({ q: address.q, sort: address.sort, ...asked(address.state) }),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
    enabled: chosen.ready,
  };
  const users = useInfiniteQuery({ ...query, select: allItems });
  const { data: total } = useInfiniteQuery({ ...query, select: ({ pages }) => pages[0]?.total });
  return (
    <>
      <ViewedListPage
        id={LIST}
        all={t('user.list.all')}
        chosen={chosen}
        title={t('user.title')}
        actions={<Invite />}
        address={address}
        columns={useUserColumns()}
        rows={users}
        total={total}
        nameOf={nameOf}
        pathOf={pathOf}
        menu={menuOf}
        search={{ label: t('list.search'), placeholder: t('user.list.placeholder'), keys: [] }}
        states={{
          label: t('user.list.filter'),
          options: STANDINGS.map((value) => ({ value, label: t(`user.state.${value}`) })),
        }}
        failed={t('user.list.failed')}
        empty={
          <EmptyState
            picture={<Glyph shape="empty" className="size-14 text-line-strong" />}
            title={t('user.list.emptyTitle')}
            text={t('user.list.emptyText')}
          />
        }
        none={<NothingFound onClear={address.clear} />}
      />
      {question}
    </>
  );
}
