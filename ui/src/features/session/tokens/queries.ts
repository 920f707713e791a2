import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { ApiTokenPage, ApiTokenRequest, NewApiToken } from '@/api/schema';

/** The reader's API tokens, newest first. Their number is bounded, so they come in one page. */
export const apiTokensQuery = queryOptions({
  queryKey: keys.apiTokens,
  queryFn: ({ signal }) => api.get<ApiTokenPage>('/api/profile/tokens', { signal }),
  select: (page) => page.items,
});

export function useCreateToken() {
  const queryClient = useQueryClient();
  return useCommand({
    send: (wanted: ApiTokenRequest, signal) =>
      api.post<NewApiToken>('/api/profile/tokens', wanted, { signal }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.apiTokens }),
  });
}

export function useDeleteToken() {
  const queryClient = useQueryClient();
  return useCommand({
    send: (id: string, signal) => api.delete<undefined>(`/api/profile/tokens/${id}`, { signal }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.apiTokens }),
  });
}
