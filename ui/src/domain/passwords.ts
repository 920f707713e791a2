import type { User } from '@/api/schema';

const LEAST = { USER: 12, ADMIN: 15 } as const;

/** How many characters a password needs at least, for whoever has this role. */
export function leastLength(role: User['role'] = 'USER'): number {
  return LEAST[role];
}
