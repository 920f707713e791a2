import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Mail } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { NothingFound } from '@/components/list/NothingFound';
import { useViewedAddress } from '@/domain/views/useViewedAddress';
import { ViewedListPage } from '@/domain/views/ViewedListPage';
import { DeliveryNotice } from './DeliveryNotice';
import { mailListQuery } from './queries';
import { SendTest } from './SendTest';
import { useMailColumns } from './useMailColumns';

const LIST = 'mails';
const STATES: readonly Mail['state'][] = ['OUTBOX', 'QUEUED', 'DEAD', 'SENT'];

const nameOf = ({ subject, to }: Mail) => `${subject} ${to}`;
const pathOf = ({ id }: Mail) => `/mails/${id}`;

/** What OBox has written to people, and what has become of it. */
export function MailListPage() {
  const { t } = useTranslation();
  const { address, chosen } = useViewedAddress(LIST);
  const mails = useInfiniteQuery({
    ...mailListQuery({ to: address.q, state: STATES.find((known) => known === address.state) }),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
    enabled: chosen.ready,
  });
  return (
    <ViewedListPage
      id={LIST}
      all={t('mail.list.all')}
      chosen={chosen}
      title={t('mail.title')}
      actions={<SendTest />}
      address={address}
      columns={useMailColumns()}
      rows={mails}
      nameOf={nameOf}
      pathOf={pathOf}
      search={{ label: t('list.search'), placeholder: t('mail.list.placeholder'), keys: [] }}
      states={{
        label: t('mail.list.filter'),
        options: STATES.map((value) => ({ value, label: t(`mail.state.${value}`) })),
      }}
      notices={<DeliveryNotice />}
      failed={t('mail.list.failed')}
      empty={
        <EmptyState
          picture={<Glyph shape="empty" className="size-14 text-line-strong" />}
          title={t('mail.list.emptyTitle')}
          text={t('mail.list.emptyText')}
        />
      }
      none={<NothingFound onClear={address.clear} />}
    />
  );
}
