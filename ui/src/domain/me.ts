import { createContext, useContext } from 'react';
import type { User } from '@/api/schema';

/**
 * The logged-in user for everything below the guard. By context and not by the query: when a session ends, the query
 * knows before the guard has taken the page away, and what is drawn in between would find nobody.
 */
export const MeContext = createContext<User | null>(null);

/** The logged-in user, on pages that only a logged-in user sees. */
export function useMe(): User {
  const me = useContext(MeContext);
  if (!me) throw new Error('This part of the page needs a session');
  return me;
}
