import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys, type VmFilter } from '@/api/keys';
import { ProblemError, UNREACHABLE } from '@/api/problem';
import type { Job, PowerAction, Vm, VmPage, VmPatch, VmRequest } from '@/api/schema';
import { allItems, cursorPaging } from '@/lib/paging';
import { updateVm } from './updateVm';

export const vmListQuery = (filter: VmFilter) =>
  infiniteQueryOptions({
    queryKey: keys.vmList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<VmPage>('/api/vms', { query: { ...filter, cursor: pageParam }, signal }),
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
    retry: onceUnanswered,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.vms }),
  });
}

export function useVmAction(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ action, key }: { action: PowerAction; key: string }) =>
      api.post<Job>(`/api/vms/${id}/actions`, { action }, { headers: { 'Idempotency-Key': key } }),
    retry: onceUnanswered,
    onSettled: () => refreshVm(queryClient, id),
  });
}

export function useUpdateVm(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ seen, patch }: { seen: Vm; patch: VmPatch }) => updateVm(seen, patch),
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

/**
 * A request that carries its own key may be sent again when no answer came, without being done twice. That happens on
 * the very machine that starts guests: browsers drop their connections when a network interface appears.
 */
function onceUnanswered(failures: number, error: Error): boolean {
  return failures === 0 && error instanceof ProblemError && error.status === UNREACHABLE;
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
