import type { SavedView, ViewPatch } from '@/api/schema';
import { columnsAsText, type ListLayout } from '@/components/list/layout';
import type { ListSettings } from '@/components/list/settings';

/** What a view says, as it would stand in the address of its list. */
export function settingsOf({ q, state, sort, columns, density }: SavedView): ListSettings {
  return {
    q,
    state: state ?? '',
    sort: sort ?? '',
    columns: columnsAsText(columns),
    density: density?.toLowerCase() ?? '',
  };
}

/** A list as it is seen at the moment, to be kept as a view. */
export function seenAs({ q, state, sort }: ListSettings, { columns, density }: ListLayout) {
  return {
    q: q.trim(),
    state: state === '' ? null : state,
    sort: sort === '' ? null : sort,
    columns: [...(columns ?? [])],
    density: density === 'compact' ? ('COMPACT' as const) : ('COMFORTABLE' as const),
  } satisfies ViewPatch;
}
