import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys, type VmFilter } from '@/api/keys';
import type { Job, Page, PowerAction, Vm, VmPatch, VmRequest } from '@/api/schema';
import { allItems, cursorPaging } from '@/lib/paging';

export const vmListQuery = (filter: VmFilter) =>
  infiniteQueryOptions({
    queryKey: keys.vmList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Vm>>('/api/vms', { query: { ...filter, cursor: pageParam }, signal }),
    ...cursorPaging,
    select: allItems,
  });

export const vmQuery = (id: string) =>
  queryOptions({
    queryKey: keys.vm(id),
    queryFn: ({ signal }) => api.get<Vm>(`/api/vms/${id}`, { signal }),
  });

export function useCreateVm() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: VmRequest; key: string }) =>
      api.post<Job>('/api/vms', request, { headers: { 'Idempotency-Key': key } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.vms }),
  });
}

export function useVmAction(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (action: PowerAction) => api.post<Job>(`/api/vms/${id}/actions`, { action }),
    onSettled: () => refreshVm(queryClient, id),
  });
}

export function useUpdateVm(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ patch, version }: { patch: VmPatch; version: number }) =>
      api.patch<Vm>(`/api/vms/${id}`, patch, version),
    onSettled: () => refreshVm(queryClient, id),
  });
}

export function useDeleteVm(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<Job>(`/api/vms/${id}`),
    onSettled: () => refreshVm(queryClient, id),
  });
}

async function refreshVm(
  queryClient: ReturnType<typeof useQueryClient>,
  id: string,
): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.vms }),
    queryClient.invalidateQueries({ queryKey: keys.jobsOf(id) }),
  ]);
}
