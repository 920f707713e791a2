import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { VmPage } from '@/api/schema';
import type { VmCounts } from './counting';

/** What was searched for is not kept long: each word typed is a list, and every event goes through all lists that are kept. */
export const SEARCHED_MILLIS = 20_000;

/** How many VMs a search finds, and in which states. */
export const vmCountsQuery = (q: string | undefined) =>
  queryOptions({
    queryKey: keys.vmCounts(q),
    ...(q && { gcTime: SEARCHED_MILLIS }),
    queryFn: async ({ signal }): Promise<VmCounts> => {
      const query = { q, count: 'states', limit: 1 };
      const { total = 0, states = {} } = await api.get<VmPage>('/api/vms', { query, signal });
      return { total, states, askedAt: Date.now() };
    },
  });
