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

/** The next choice waits no longer than this for the answer to the one before. */
const ANSWER_MILLIS = 10_000;

const CHOOSING = ['profile', 'choosing'];

/**
 * Changes what the reader prefers. It shows at once, and the last choice counts, whatever was chosen elsewhere meanwhile: choices
 * are sent one after the other, and the answer to one is passed over while another is under way.
 */
export async function prefer(patch: ProfilePatch, queryClient: QueryClient): Promise<void> {
  queryClient.setQueryData<Profile>(keys.profile, (kept) => kept && patched(kept, patch));
  const sending = queryClient.getMutationCache().build(queryClient, {
    mutationKey: CHOOSING,
    scope: { id: CHOOSING.join(' ') },
    mutationFn: async () => {
      await queryClient.cancelQueries({ queryKey: keys.profile });
      return request<Profile>('PATCH', '/api/profile', {
        body: patch,
        signal: AbortSignal.timeout(ANSWER_MILLIS),
        headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': '*' },
      });
    },
    onSuccess: (profile) => {
      if (queryClient.isMutating({ mutationKey: CHOOSING }) > 1) return;
      queryClient.setQueryData(keys.profile, profile);
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: keys.profile }),
  });
  await sending.execute(undefined);
}

/** Whether a choice is on its way to the server, whose answer will tell the rest. */
export function isChoosing(queryClient: QueryClient): boolean {
  return queryClient.isMutating({ mutationKey: CHOOSING }) > 0;
}

/** Whether a choice is on its way to the server, so that what that says is not the last word. */
export function useIsChoosing(): boolean {
  return useIsMutating({ mutationKey: CHOOSING }) > 0;
}

/** The profile as the server will tell it. */
function patched(profile: Profile, { name, locale, preferences }: ProfilePatch): Profile {
  const kept = profile.preferences;
  return {
    ...profile,
    ...(name && { name }),
    ...(locale && { locale, localeChosen: true }),
    ...(preferences && {
      preferences: {
        ...kept,
        ...preferences,
        columns: { ...kept.columns, ...preferences.columns },
      },
    }),
  };
}
