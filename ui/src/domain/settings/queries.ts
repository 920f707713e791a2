import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { SettingGroup, SettingGroupPage } from '@/api/schema';

/** What administrators can set for all nodes. */
export const settingsQuery = queryOptions({
  queryKey: keys.settings,
  queryFn: ({ signal }) => api.get<SettingGroupPage>('/api/admin/settings', { signal }),
  select: (page) => page.items,
});

/** Values by the settings' names; null to have again what each node says. */
export type SettingValues = Record<string, string | number | boolean | null>;

/** Changes the version that is shown and no other, so that nobody overwrites what another has just set. */
export function useChangeSettings({ pid, version }: SettingGroup) {
  const queryClient = useQueryClient();
  return useCommand({
    send: (values: SettingValues, signal) =>
      api.patch<SettingGroup>(
        `/api/admin/settings/${encodeURIComponent(pid)}`,
        { values },
        version,
        signal,
      ),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.settings }),
  });
}
