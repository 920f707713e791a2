import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Vm, VmState } from '@/api/schema';
import { LinkButton } from '@/components/Button';
import type { ListRows } from '@/components/list/column';
import { useListAddress, type ListAddress } from '@/components/list/useListAddress';
import { searchFault } from '@/components/list/searchFault';
import { useChosenView } from '@/domain/views/useChosenView';
import { ViewedListPage } from '@/domain/views/ViewedListPage';
import { vmListQuery } from '../queries';
import { BulkOutcome } from './BulkOutcome';
import { NoVms, NoVmsFound } from './emptiness';
import { withOneState } from './stateTerms';
import { useVmSearchKeys } from './useVmSearch';
import { useVmColumns } from './useVmColumns';
import { useVmMenu } from './useVmMenu';
import { useVmStates } from './useVmStates';
import { VmBeside } from './VmBeside';
import { VmBulk } from './VmBulk';

const LIST = 'vms';
const nameOf = (vm: Vm) => vm.name;
const pathOf = (vm: Vm) => `/vms/${vm.id}`;

export function VmListPage() {
  const { t } = useTranslation();
  const chosen = useChosenView(LIST);
  const address = withOneState(useListAddress(chosen.settings));
  const columns = useVmColumns();
  const { ready } = chosen;
  const vms = useVms({ ...address, ready });
  const states = useVmStates({ ...address, ready });
  const fault = searchFault(vms.error);
  const { menu, notices } = useVmMenu();
  const [done, setDone] = useState<string>();
  const forget = () => {
    setDone(undefined);
  };
  // What can't be understood finds nothing; why, is said at the search.
  const rows: ListRows<Vm> = fault ? { ...vms, data: [], error: null } : vms;

  return (
    <ViewedListPage
      id={LIST}
      all={t('vm.list.all')}
      chosen={chosen}
      title={t('vm.list.title')}
      actions={
        <LinkButton to="/vms/new" look="primary" icon="add">
          {t('vm.create.action')}
        </LinkButton>
      }
      address={address}
      columns={columns}
      rows={rows}
      total={states.matching}
      nameOf={nameOf}
      pathOf={pathOf}
      search={{
        label: t('vm.list.searchLabel'),
        placeholder: t('vm.list.placeholder'),
        keys: useVmSearchKeys(vms.data, address.text),
        error: fault,
      }}
      states={{ label: t('vm.list.filter'), ...states }}
      menu={menu}
      panel={(vm) => <VmBeside vm={vm} />}
      notices={
        <>
          {notices}
          {done !== undefined && <BulkOutcome jobId={done} onClose={forget} />}
        </>
      }
      bulk={(chosen, clear) => (
        <VmBulk
          chosen={chosen}
          onDone={(job) => {
            setDone(job.id);
            clear();
          }}
        />
      )}
      failed={t('vm.list.failed')}
      empty={<NoVms />}
      none={<NoVmsFound onClear={address.clear} />}
    />
  );
}

function useVms({ q, state, sort, ready }: ListAddress & { ready: boolean }) {
  return useInfiniteQuery({
    ...vmListQuery({ state: state as VmState | undefined, q, sort }),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
    enabled: ready,
  });
}
