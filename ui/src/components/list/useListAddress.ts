import { useSearchParams } from 'react-router';
import { useChangeSearch } from '@/lib/useChangeSearch';
import { useSearchText } from '@/lib/useSearchText';
import { NO_SETTINGS, putSettings, settingsIn, type ListSettings } from './settings';

/** What a list shows, as it stands in the address: it can be reloaded, shared and gone back to. */
export interface ListAddress {
  /** What is typed into the search, at once. */
  text: string;
  /** What is searched for: the text once its reader has stopped typing. */
  q: string | undefined;
  state: string | undefined;
  /** The order, as `sort=` of the server names it: `name`, `-createdAt`. */
  sort: string | undefined;
  /** Whether anything is left out. */
  active: boolean;
  /** All that the address says, or the view that it begins with. */
  settings: ListSettings;
  /** What that view says, where there is one. */
  view: ListSettings | undefined;
  setText: (text: string) => void;
  setState: (state: string | undefined) => void;
  setSort: (sort: string | undefined) => void;
  /** Changes some of the settings at once. */
  set: (changed: Partial<ListSettings>) => void;
  clear: () => void;
}

/**
 * Reads the address of a list.
 *
 * @param view what it shows where the address does not say
 */
export function useListAddress(view?: ListSettings): ListAddress {
  const begun = view ?? NO_SETTINGS;
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const { text, settled, setText } = useSearchText('q', begun.q);
  const settings = { ...settingsIn(search, begun), q: settled };
  const q = said(settled.trim());
  const state = said(settings.state);
  const set = (changed: Partial<ListSettings>) => {
    if (changed.q !== undefined) setText(changed.q);
    changeSearch((next) => {
      putSettings(next, changed, begun);
    });
  };
  return {
    text,
    q,
    state,
    sort: said(settings.sort),
    active: q !== undefined || state !== undefined,
    settings,
    view,
    setText,
    setState: (next = '') => {
      set({ state: next });
    },
    setSort: (next = '') => {
      set({ sort: next });
    },
    set,
    clear: () => {
      set({ q: '', state: '' });
    },
  };
}

function said(value: string): string | undefined {
  return value === '' ? undefined : value;
}
