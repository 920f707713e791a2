import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { AuditOutcome, AuditRecord } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import type { ListRows } from '@/components/list/column';
import { NothingFound } from '@/components/list/NothingFound';
import { searchFault } from '@/components/list/searchFault';
import { useViewedAddress } from '@/domain/views/useViewedAddress';
import { ViewedListPage } from '@/domain/views/ViewedListPage';
import { useActionName } from './actions';
import { AUDIT_KEYS, auditFilter } from './filter';
import { auditListQuery, linesAddress } from './queries';
import { Download } from './Download';
import { useAuditColumns } from './useAuditColumns';
import { Verify } from './Verify';

const LIST = 'audit';
const OUTCOMES: readonly AuditOutcome[] = ['DONE', 'REFUSED'];

const pathOf = ({ id }: AuditRecord) => `/audit/${id}`;

/** What people did and tried. */
export function AuditListPage() {
  const { t } = useTranslation();
  const actionName = useActionName();
  const { address, chosen } = useViewedAddress(LIST);
  const filter = {
    ...auditFilter(address.q),
    outcome: OUTCOMES.find((known) => known === address.state),
  };
  const records = useInfiniteQuery({
    ...auditListQuery(filter),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
    enabled: chosen.ready,
  });
  const fault = searchFault(records.error, AUDIT_KEYS);
  // What can't be understood finds nothing; why, is said at the search.
  const rows: ListRows<AuditRecord> = fault ? { ...records, data: [], error: null } : records;
  return (
    <ViewedListPage
      id={LIST}
      all={t('audit.list.all')}
      chosen={chosen}
      title={t('audit.title')}
      actions={
        <>
          <Download address={linesAddress(filter)} />
          <Verify />
        </>
      }
      address={address}
      columns={useAuditColumns()}
      rows={rows}
      nameOf={({ action, who }) => `${actionName(action)} ${who}`}
      pathOf={pathOf}
      search={{
        label: t('list.search'),
        placeholder: t('audit.list.placeholder'),
        keys: AUDIT_KEYS.map((key) => ({ key, sign: ':', hint: t(`audit.key.${key}`) })),
        error: fault,
      }}
      states={{
        label: t('audit.list.filter'),
        options: OUTCOMES.map((value) => ({ value, label: t(`audit.outcome.${value}`) })),
      }}
      failed={t('audit.list.failed')}
      empty={
        <EmptyState
          picture={<Glyph shape="empty" className="size-14 text-line-strong" />}
          title={t('audit.list.emptyTitle')}
          text={t('audit.list.emptyText')}
        />
      }
      none={<NothingFound onClear={address.clear} />}
    />
  );
}
