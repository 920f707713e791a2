import type { ManagedUser } from '@/api/schema';

export type Standing = ManagedUser['state'] | 'INVITED';

/** How an account stands; whoever is invited has not come yet. */
export function standingOf({ state, invitedAt }: ManagedUser): Standing {
  return state === 'UNVERIFIED' && invitedAt !== null ? 'INVITED' : state;
}
