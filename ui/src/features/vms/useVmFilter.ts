import { useSearchParams } from 'react-router';
import type { VmFilter } from '@/api/keys';
import type { VmState } from '@/api/schema';
import { useDebounced } from '@/lib/useDebounced';

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

const TYPING_PAUSE_MILLIS = 200;

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
  const [search, setSearch] = useSearchParams();
  const state = STATE_FILTERS.find((filter) => filter === search.get('state')) ?? 'ALL';
  const text = search.get('q') ?? '';
  const settledText = useDebounced(text, TYPING_PAUSE_MILLIS);

  const set = (name: string, value: string) => {
    setSearch(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };
  return {
    state,
    text,
    query: {
      state: state === 'ALL' ? undefined : state,
      q: settledText.trim() === '' ? undefined : settledText.trim(),
    },
    active: state !== 'ALL' || settledText !== '',
    setState: (next) => {
      set('state', next === 'ALL' ? '' : next);
    },
    setText: (next) => {
      set('q', next);
    },
    clear: () => {
      setSearch({}, { replace: true });
    },
  };
}
