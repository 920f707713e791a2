import { useTranslation } from 'react-i18next';
import type { VmState } from '@/api/schema';
import type { ListState } from '@/components/list/StateChips';
import type { ListAddress } from '@/components/list/useListAddress';
import { useVmCounts } from '../useVmCounts';
import { hasStateTerm } from './stateTerms';
import { VM_STATES } from '@/domain/vmStates';

const ALL_STATES = Object.keys(VM_STATES) as VmState[];

/** Always offered; the others only where there are VMs in them. */
const USUAL: readonly VmState[] = [
  'RUNNING',
  'STOPPED',
  'PAUSED',
  'PROVISIONING',
  'FAILED',
  'LOST',
];

const RARE = ALL_STATES.filter((state) => !USUAL.includes(state));

export interface VmStates {
  options: ListState[];
  /** How many the search finds in all states. */
  total: number | undefined;
  /** How many it finds as a whole, in the state that is chosen. */
  matching: number | undefined;
  /** Whether the search says itself which states are meant, so that none of the options does. */
  searched: boolean;
}

/** How many VMs the search finds in each state. */
export function useVmStates({
  q,
  state,
  ready,
}: Pick<ListAddress, 'q' | 'state'> & { ready: boolean }): VmStates {
  const { t } = useTranslation();
  const { data } = useVmCounts(q, ready);
  const searched = hasStateTerm(q ?? '');
  const count = (each: VmState) => data && (data.states[each] ?? 0);
  const total = data && ALL_STATES.reduce((sum, each) => sum + (data.states[each] ?? 0), 0);
  const shown = [...USUAL, ...RARE.filter((each) => (count(each) ?? 0) > 0 || each === state)];
  return {
    options: shown.map((value) => ({
      value,
      label: t(`vm.state.${value}`),
      count: count(value),
    })),
    total,
    matching: state === undefined ? (searched ? data?.total : total) : count(state as VmState),
    searched,
  };
}
