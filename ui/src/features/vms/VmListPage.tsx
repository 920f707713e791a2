import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import { Button, LinkButton } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { ListFrame } from '@/components/ListFrame';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { vmListQuery } from './queries';
import { useVmFilter } from './useVmFilter';
import { VmFilters } from './VmFilters';
import { VmTable } from './VmTable';

export function VmListPage() {
  const { t } = useTranslation();
  const filter = useVmFilter();
  const vms = useInfiniteQuery({
    ...vmListQuery(filter.query),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
  });

  return (
    <>
      <PageHeader
        title={t('vm.list.title')}
        actions={
          <LinkButton to="/vms/new" look="primary" icon="add">
            {t('vm.create.action')}
          </LinkButton>
        }
      />
      <VmFilters filter={filter} />
      <p role="status" className="sr-only">
        {vms.data && t('vm.list.count', { count: vms.data.length })}
      </p>
      <ListFrame
        query={vms}
        error={(error) => (
          <LoadError error={error} title={t('vm.list.failed')} onRetry={() => void vms.refetch()} />
        )}
        empty={filter.active ? <NothingFound onClear={filter.clear} /> : <NoVms />}
      >
        {(items) => <VmTable vms={items} />}
      </ListFrame>
    </>
  );
}

function NoVms() {
  const { t } = useTranslation();
  return (
    <EmptyState
      picture={<Glyph shape="lit" className="size-16 text-ink-faint" />}
      title={t('vm.list.emptyTitle')}
      text={t('vm.list.emptyText')}
      action={
        <LinkButton to="/vms/new" icon="add">
          {t('vm.list.emptyAction')}
        </LinkButton>
      }
    />
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
      title={t('vm.list.noneTitle')}
      text={t('vm.list.noneText')}
      action={<Button onClick={onClear}>{t('vm.list.noneAction')}</Button>}
    />
  );
}
