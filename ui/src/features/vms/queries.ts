import {
  infiniteQueryOptions,
  queryOptions,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { api } from '@/api/client';
import { resendUnanswered, useCommand } from '@/api/command';
import { keys, type VmFilter } from '@/api/keys';
import { useStreamStatus } from '@/api/live';
import type {
  Job,
  PowerAction,
  RepairAction,
  Vm,
  VmPage,
  VmPatch,
  VmRequest,
  VmState,
  BulkPlan,
  VmAction,
} from '@/api/schema';
import { allItems, cursorPaging } from '@/lib/paging';
import { deleteAndWait } from './create/replaceVm';
import { showVmsJob } from './mending';
import { updateVm, type SeenVm } from './updateVm';

const PAGE_ROWS = 100;

/** How many VMs are in each state; nothing stands for none. */
export interface VmCounts {
  states: Partial<Record<VmState, number>>;
}

export const vmListQuery = (filter: VmFilter) =>
  infiniteQueryOptions({
    queryKey: keys.vmList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<VmPage>('/api/vms', {
        query: { ...filter, limit: PAGE_ROWS, cursor: pageParam },
        signal,
      }),
    ...cursorPaging,
    select: allItems,
  });

/** How many VMs a search finds, whatever state they are in. */
export const vmCountsQuery = (q: string | undefined) =>
  queryOptions({
    queryKey: keys.vmCounts(q),
    queryFn: async ({ signal }): Promise<VmCounts> => {
      const query = { q, count: 'states', limit: 1 };
      const { states } = await api.get<VmPage>('/api/vms', { query, signal });
      return { states: states ?? {} };
    },
  });

export const vmQuery = (id: string) =>
  queryOptions({
    queryKey: keys.vm(id),
    queryFn: ({ signal }) => api.get<Vm>(`/api/vms/${id}`, { signal }),
  });

interface Creation {
  request: VmRequest;
  key: string;
  /** The id of a VM that is deleted before. */
  replaced?: string;
}

export function useCreateVm() {
  const queryClient = useQueryClient();
  return useCommand({
    send: async ({ request, key, replaced }: Creation, signal) => {
      if (replaced) await deleteAndWait(replaced, signal);
      return post('/api/vms', request, key, signal);
    },
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.vms }),
  });
}

export function useVmAction(id: string) {
  return useCommand({
    send: ({ action, key }: { action: PowerAction | RepairAction; key: string }, signal) =>
      post(`/api/vms/${id}/actions`, { action }, key, signal),
    refresh: useShownJob(),
  });
}

/** Something that is to be done to a VM. */
export interface VmOrder {
  vm: Pick<Vm, 'id' | 'name'>;
  action: PowerAction;
}

/** The same for whichever VM of a list. */
export function useVmOrder() {
  return useCommand({
    send: ({ vm, action, key }: VmOrder & { key: string }, signal) =>
      post(`/api/vms/${vm.id}/actions`, { action }, key, signal),
    refresh: useShownJob(),
  });
}

/**
 * What an order changes comes with the events, so that nothing has to be asked for; its job, which is the answer, shows at
 * once. Without events, or when it failed, all that may have changed is asked for.
 */
function useShownJob(): (job?: Job) => Promise<void> {
  const queryClient = useQueryClient();
  const live = useStreamStatus() === 'live';
  return async (job) => {
    if (job && live) showVmsJob(job, queryClient);
    else await refreshVm(queryClient, job?.subject.id);
  };
}

/** Which VMs something is to be done to: these, or those that a search finds. */
export type BulkTargets = { ids: readonly string[] } | { q: string };

/** What would become of it, VM by VM, as things are at the moment. */
export const bulkPlanQuery = (action: VmAction, targets: BulkTargets) =>
  queryOptions({
    queryKey: ['bulkPlan', action, targets],
    queryFn: ({ signal }) =>
      api.post<BulkPlan>('/api/vms/actions/plan', { action, ...targets }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });

/** Does the same to many VMs; the answer is the job that has all the others as parts. */
export function useBulkAction() {
  const queryClient = useQueryClient();
  const live = useStreamStatus() === 'live';
  return useCommand({
    send: ({ action, ids, key }: { action: VmAction; ids: string[]; key: string }, signal) =>
      post('/api/vms/actions', { action, ids }, key, signal),
    refresh: async (job) => {
      if (!job || !live) await refreshVm(queryClient);
    },
  });
}

export function useUpdateVm(id: string) {
  const queryClient = useQueryClient();
  return useCommand({
    send: ({ seen, patch }: { seen: SeenVm; patch: VmPatch }, signal) =>
      updateVm(seen, patch, signal),
    refresh: () => refreshVm(queryClient, id),
  });
}

export function useDeleteVm(id: string) {
  return useCommand({
    send: (_: undefined, signal) => api.delete<Job>(`/api/vms/${id}`, { signal }),
    refresh: useShownJob(),
  });
}

function post(path: string, body: unknown, key: string, signal: AbortSignal): Promise<Job> {
  const headers = { 'Idempotency-Key': key };
  return resendUnanswered(() => api.post<Job>(path, body, { headers, signal }), signal);
}

async function refreshVm(queryClient: QueryClient, id?: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.vms }),
    queryClient.invalidateQueries({ queryKey: id ? keys.jobsOf(id) : ['jobs', 'of'] }),
  ]);
}
