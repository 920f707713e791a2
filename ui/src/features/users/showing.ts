import { api } from '@/api/client';
import { ProblemError } from '@/api/problem';

/** Whether something is refused until its reader shows once more who they are. */
export function asksWhoIAm(error: Error | null): boolean {
  return error instanceof ProblemError && error.slug === 'confirmation-required';
}

/** The same, or because what they showed was wrong. */
export function isAboutMe(error: Error): boolean {
  return asksWhoIAm(error) || faultsOf(error).length > 0;
}

/** What was wrong with what the reader showed. */
export function faultsOf(error: Error | null) {
  const faults = error instanceof ProblemError ? error.fieldErrors : [];
  return faults.filter(({ pointer }) => pointer === '/password' || pointer === '/code');
}

/** Shows who the reader is: the server takes a code where there is a second factor, and the password where there is none. */
export function confirmMyself(shown: string, signal: AbortSignal): Promise<unknown> {
  return api.post('/api/auth/confirm', { code: shown, password: shown }, { signal });
}
