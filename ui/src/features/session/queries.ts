import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { isUnauthenticated } from '@/api/problem';
import type { User } from '@/api/schema';
import { tabStorage } from '@/lib/tabStorage';

const LOGOUT_MILLIS = 5_000;

/** Who is logged in, or null. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async ({ signal }): Promise<User | null> => {
    try {
      return await api.get<User>('/api/auth/me', { signal });
    } catch (error) {
      if (isUnauthenticated(error)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** What the right password is answered with where it is not enough. */
export interface LoginChallenge {
  secondFactor: string[];
  challenge: string;
}

function isChallenge(answer: User | LoginChallenge): answer is LoginChallenge {
  return 'challenge' in answer;
}

/** @param onChallenge hears that a second factor is to be shown */
export function useLogin(onChallenge: (challenge: string) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) =>
      api.post<User | LoginChallenge>('/api/auth/login', credentials),
    onSuccess: (answer) => {
      if (isChallenge(answer)) onChallenge(answer.challenge);
      else letIn(queryClient, answer);
    },
  });
}

export function useShowFactor() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (shown: { challenge: string; code: string }) =>
      api.post<User>('/api/auth/second-factor', shown),
    onSuccess: (user) => {
      letIn(queryClient, user);
    },
  });
}

function letIn(queryClient: QueryClient, user: User): void {
  forgetAllButMe(queryClient);
  queryClient.setQueryData(keys.me, user);
}

export function useLogout() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => {
      const signal = AbortSignal.timeout(LOGOUT_MILLIS);
      return api.post('/api/auth/logout', undefined, { signal });
    },
    onSuccess: () => {
      forgetAllButMe(queryClient);
      tabStorage.clear();
      queryClient.setQueryData(keys.loggedOut, true);
      queryClient.setQueryData(keys.me, null);
    },
  });
}

/** What one user saw must not be there for the next. */
function forgetAllButMe(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
}

export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: { currentPassword: string; newPassword: string }) =>
      api.post<User>('/api/profile/password', change),
    onSuccess: (user) => {
      queryClient.setQueryData(keys.me, user);
    },
  });
}
