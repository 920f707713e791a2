import {
  infiniteQueryOptions,
  queryOptions,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { api } from '@/api/client';
import { resendUnanswered, useCommand, useOrder, type Command } from '@/api/command';
import { keys, type VmFilter } from '@/api/keys';
import { useStreamStatus } from '@/api/live';
import type {
  CountedTagPage,
  Job,
  PowerAction,
  RepairAction,
  Vm,
  VmPage,
  VmPatch,
  VmRequest,
  BulkPlan,
  VmAction,
} from '@/api/schema';
import { allItems, cursorPaging } from '@/lib/paging';
import { SEARCHED_MILLIS } from './counts';
import { createInPlaceOf, LONGEST_REPLACEMENT_MILLIS } from './create/replaceVm';
import { showVmsJob } from './mendingJob';
import { updateVm, type SeenVm } from './updateVm';

const PAGE_ROWS = 100;

export const vmListQuery = (filter: VmFilter) =>
  infiniteQueryOptions({
    queryKey: keys.vmList(filter),
    ...(filter.q && { gcTime: SEARCHED_MILLIS }),
    queryFn: ({ pageParam, signal }) =>
      api.get<VmPage>('/api/vms', {
        query: { ...filter, limit: PAGE_ROWS, cursor: pageParam },
        signal,
      }),
    ...cursorPaging,
    select: allItems,
  });

/** The tags that there are, as a tree: `prod` before `prod/web`. */
export const vmTagsQuery = queryOptions({
  queryKey: keys.vmTags,
  queryFn: ({ signal }) => api.get<CountedTagPage>('/api/vms/tags', { signal }),
  select: (tags) => tags.items,
});

export const vmQuery = (id: string) =>
  queryOptions({
    queryKey: keys.vm(id),
    queryFn: ({ signal }) => api.get<Vm>(`/api/vms/${id}`, { signal }),
  });

interface Creation {
  request: VmRequest;
  key: string;
  /** A VM that could not be made, and whose place it is to take. */
  replaced?: Pick<Vm, 'id' | 'name'>;
}

export function useCreateVm() {
  const queryClient = useQueryClient();
  return useCommand({
    send: ({ request, key, replaced }: Creation, signal) => {
      const create = () => post('/api/vms', request, key, signal);
      return replaced
        ? createInPlaceOf(replaced, request.name ?? '', create, queryClient, signal)
        : create();
    },
    patienceMillis: LONGEST_REPLACEMENT_MILLIS,
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.vms }),
  });
}

interface VmActing {
  action: PowerAction | RepairAction;
  key: string;
}

/** An action that is asked about before. */
export const useVmAction = (id: string) => useCommand(useActing(id));

/** An action that is done at once. */
export const useVmActionAtOnce = (id: string) => useOrder(useActing(id));

function useActing(id: string): Command<Job, VmActing> {
  return {
    send: ({ action, key }, signal) => post(`/api/vms/${id}/actions`, { action }, key, signal),
    refresh: useShownJob(),
  };
}

/** Something that is to be done to a VM. */
export interface VmOrder {
  vm: Pick<Vm, 'id' | 'name'>;
  action: PowerAction;
}

/** The same for whichever VM of a list: what is asked about before, and what is done at once. */
export const useVmOrder = () => useCommand(useOrdering());
export const useVmOrderAtOnce = () => useOrder(useOrdering());

function useOrdering(): Command<Job, VmOrder & { key: string }> {
  return {
    send: ({ vm, action, key }, signal) =>
      post(`/api/vms/${vm.id}/actions`, { action }, key, signal),
    refresh: useShownJob(),
  };
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
