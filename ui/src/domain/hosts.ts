import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { HostPage } from '@/api/schema';

/** What hosts are, which seldom changes. What is taken of them, which does, comes with the answer. */
export const hostsQuery = queryOptions({
  queryKey: keys.hosts,
  queryFn: async ({ signal, client }) => {
    const page = await api.get<HostPage>('/api/hosts', { signal, query: { limit: 200 } });
    client.setQueryData(keys.hostRoom, page);
    return page;
  },
  select: (page) => page.items,
});
