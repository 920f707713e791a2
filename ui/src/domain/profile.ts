import { queryOptions, useIsMutating, type QueryClient } from '@tanstack/react-query';
import { api, request } from '@/api/client';
import { keys } from '@/api/keys';
import type { Profile, ProfilePatch } from '@/api/schema';

/** The reader's account, with what they prefer. */
export const profileQuery = queryOptions({
  queryKey: keys.profile,
  queryFn: ({ signal }) => api.get<Profile>('/api/profile', { signal }),
  staleTime: 60_000,
});

const CHOOSING = ['profile', 'choosing'];

/**
 * Changes what the reader prefers. The last choice counts, whatever was chosen elsewhere meanwhile: choices are sent one after the
 * other, and the answer to one is passed over while another is under way.
 */
export async function prefer(patch: ProfilePatch, queryClient: QueryClient): Promise<void> {
  const sending = queryClient.getMutationCache().build(queryClient, {
    mutationKey: CHOOSING,
    scope: { id: CHOOSING.join(' ') },
    mutationFn: async () => {
      await queryClient.cancelQueries({ queryKey: keys.profile });
      return request<Profile>('PATCH', '/api/profile', {
        body: patch,
        headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': '*' },
      });
    },
    onSuccess: (profile) => {
      if (queryClient.isMutating({ mutationKey: CHOOSING }) > 1) return;
      queryClient.setQueryData(keys.profile, profile);
    },
  });
  await sending.execute(undefined);
}

/** Whether a choice is on its way to the server, so that what that says is not the last word. */
export function useIsChoosing(): boolean {
  return useIsMutating({ mutationKey: CHOOSING }) > 0;
}
