import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import type { Profile } from '@/api/schema';
import { isChoosing } from '@/domain/profile';

/** The reader's account has changed, here or in another browser; its event does not tell what they prefer. */
export function mendProfile(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  const profile = queryClient.getQueryData<Profile>(keys.profile);
  if (isChoosing(queryClient)) return [];
  if (profile?.id !== event.id || profile.version >= (event.version ?? Infinity)) return [];
  return [keys.profile, keys.me];
}
