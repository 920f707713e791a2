import { createContext, use } from 'react';
import type { ListLayout } from './layout';

/** What the reader prefers of lists, wherever that is kept. */
export interface ListPreferences {
  layoutOf: (list: string) => ListLayout;
  choose: (list: string, changed: Partial<ListLayout>) => void;
  /** Whether single letters do something; people who speak to their browser turn that off. */
  shortcuts: boolean;
}

const NOBODYS: ListPreferences = {
  layoutOf: () => ({ density: 'comfortable' }),
  choose: () => undefined,
  shortcuts: true,
};

export const ListPreferencesContext = createContext<ListPreferences>(NOBODYS);

export function useListPreferences(): ListPreferences {
  return use(ListPreferencesContext);
}
