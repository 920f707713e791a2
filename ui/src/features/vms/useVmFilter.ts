import { useSearchParams } from 'react-router';
import type { VmFilter } from '@/api/keys';
import type { VmState } from '@/api/schema';
import { useChangeSearch } from '@/lib/useChangeSearch';
import { useSearchText } from '@/lib/useSearchText';

export type StateFilter = VmState | 'ALL';

export const STATE_FILTERS: StateFilter[] = [
  'ALL',
  'RUNNING',
  'STOPPED',
  'PAUSED',
  'PROVISIONING',
  'FAILED',
  'LOST',
];

export interface VmFilterChoice {
  state: StateFilter;
  text: string;
  /** What is asked of the server: the text only once the reader has stopped typing. */
  query: VmFilter;
  active: boolean;
  setState: (state: StateFilter) => void;
  setText: (text: string) => void;
  clear: () => void;
}

/** The filter stands in the address, so that a filtered list can be reloaded and shared. */
export function useVmFilter(): VmFilterChoice {
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const state = STATE_FILTERS.find((filter) => filter === search.get('state')) ?? 'ALL';
  const { text, settled, setText } = useSearchText('q');
  const q = settled.trim();

  return {
    state,
    text,
    query: { state: state === 'ALL' ? undefined : state, q: q === '' ? undefined : q },
    active: state !== 'ALL' || settled !== '',
    setState: (next) => {
      changeSearch((changed) => {
        if (next === 'ALL') changed.delete('state');
        else changed.set('state', next);
      });
    },
    setText,
    clear: () => {
      setText('');
      changeSearch((changed) => {
        changed.delete('state');
        changed.delete('q');
      });
    },
  };
}
