import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { PageModules } from '@/api/schema';

/** Which page the server has, and what bundles contribute to it. */
export const modulesQuery = queryOptions({
  queryKey: keys.modules,
  queryFn: ({ signal }) => api.get<PageModules>('/api/ui/contributions', { signal }),
});
