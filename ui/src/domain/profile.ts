import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, request } from '@/api/client';
import { keys } from '@/api/keys';
import type { Profile, ProfilePatch } from '@/api/schema';

/** The reader's account, with what they prefer. */
export const profileQuery = queryOptions({
  queryKey: keys.profile,
  queryFn: ({ signal }) => api.get<Profile>('/api/profile', { signal }),
  staleTime: 60_000,
});

/** Changes what the reader prefers. The last choice counts, whatever was chosen elsewhere meanwhile. */
export async function prefer(patch: ProfilePatch, queryClient: QueryClient): Promise<void> {
  await queryClient.cancelQueries({ queryKey: keys.profile });
  const profile = await request<Profile>('PATCH', '/api/profile', {
    body: patch,
    headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': '*' },
  });
  queryClient.setQueryData(keys.profile, profile);
}
