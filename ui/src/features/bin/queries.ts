import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { Job, VmPage } from '@/api/schema';
import { allItems, cursorPaging } from '@/lib/paging';

export const binQuery = infiniteQueryOptions({
  queryKey: keys.bin,
  queryFn: ({ pageParam, signal }) =>
    api.get<VmPage>('/api/vms/bin', { query: { cursor: pageParam }, signal }),
  ...cursorPaging,
  select: allItems,
});

/** Gives a machine back, under another name where one is said. */
export function useRestore(id: string) {
  const refresh = useRefresh();
  return useCommand({
    send: (name: string | undefined, signal) =>
      api.post<Job>(`/api/vms/${id}/restore`, undefined, { query: { name }, signal }),
    refresh,
  });
}

/** Takes one machine away for good, or without an id all that are there. */
export function usePurge(id?: string) {
  const refresh = useRefresh();
  return useCommand({
    send: (_: undefined, signal) =>
      api.delete<Job>(id === undefined ? '/api/vms/bin' : `/api/vms/bin/${id}`, { signal }),
    refresh,
  });
}

function useRefresh(): () => Promise<unknown> {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.bin }),
      queryClient.invalidateQueries({ queryKey: keys.vms }),
      queryClient.invalidateQueries({ queryKey: keys.jobs }),
    ]);
}
