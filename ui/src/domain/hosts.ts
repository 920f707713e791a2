import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { HostPage } from '@/api/schema';

export const hostsQuery = queryOptions({
  queryKey: keys.hosts,
  queryFn: ({ signal }) => api.get<HostPage>('/api/hosts', { signal, query: { limit: 200 } }),
  select: (page) => page.items,
});
