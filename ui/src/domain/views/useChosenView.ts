import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { SavedView } from '@/api/schema';
import type { ListSettings } from '@/components/list/settings';
import { savedViewsQuery } from './queries';
import { settingsOf } from './viewSettings';

/** Names the view in the address of its list. */
export const VIEW = 'view';

export interface ChosenView {
  view: SavedView | undefined;
  settings: ListSettings | undefined;
  /** Whether it is known yet what the list is to show. */
  ready: boolean;
  /** Whether there is no such view, or none that the reader may see. */
  missing: boolean;
}

/** The view of a list that its address names. */
export function useChosenView(list: string): ChosenView {
  const [search] = useSearchParams();
  const id = search.get(VIEW);
  const { data, isPending, isFetching } = useQuery({
    ...savedViewsQuery(list),
    enabled: id !== null,
  });
  const view = id === null ? undefined : data?.find((each) => each.id === id);
  const settings = useMemo(() => view && settingsOf(view), [view]);
  return {
    view,
    settings,
    ready: id === null || !isPending,
    missing: id !== null && data !== undefined && !isFetching && !view,
  };
}
