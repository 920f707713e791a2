import type { Preferences, PreferencesPatch } from '@/api/schema';
import type { ListLayout } from '@/components/list/layout';
import type { ListPreferences } from '@/components/list/preferences';

/** What is kept for an account, as lists understand it. */
export function listPreferences({
  density,
  shortcuts,
  columns,
}: Preferences): Omit<ListPreferences, 'choose'> {
  return {
    shortcuts: shortcuts ?? true,
    layoutOf: (list) => ({
      density: density === 'COMPACT' ? 'compact' : 'comfortable',
      columns: columns[list]?.length ? columns[list] : undefined,
    }),
  };
}

/** What is to be kept when a list is to look otherwise. Rows are as high in one list as in another. */
export function preferring(list: string, changed: Partial<ListLayout>): PreferencesPatch {
  return {
    ...(changed.density && {
      density: changed.density === 'compact' ? ('COMPACT' as const) : ('COMFORTABLE' as const),
    }),
    // The server forgets what is empty.
    ...('columns' in changed && { columns: { [list]: [...(changed.columns ?? [])] } }),
  };
}
