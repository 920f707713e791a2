import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, request } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { Preset, PresetPage, PresetRequest } from '@/api/schema';

/** Sizes to choose from. */
export const presetsQuery = queryOptions({
  queryKey: keys.presets,
  queryFn: ({ signal }) => api.get<PresetPage>('/api/vms/presets', { signal }),
  select: (page) => page.items,
});

export function usePutPreset() {
  const queryClient = useQueryClient();
  return useCommand({
    send: ({ name, size }: { name: string; size: PresetRequest }, signal) =>
      request<Preset>('PUT', pathOf(name), {
        body: size,
        signal,
        headers: ifSeen(queryClient, name),
      }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.presets }),
  });
}

export function useRemovePreset() {
  const queryClient = useQueryClient();
  return useCommand({
    send: (name: string, signal) =>
      api.delete(pathOf(name), { signal, headers: ifSeen(queryClient, name) }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.presets }),
  });
}

/** Only the version that is shown is changed, so that nobody overwrites what another has just set. */
function ifSeen(queryClient: QueryClient, name: string): Record<string, string> {
  const seen = queryClient.getQueryData<PresetPage>(keys.presets)?.items;
  const preset = seen?.find((each) => each.name === name);
  return preset ? { 'If-Match': `"${preset.version}"` } : {};
}

function pathOf(name: string): string {
  return `/api/vms/presets/${encodeURIComponent(name)}`;
}
