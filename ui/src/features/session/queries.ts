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

export function useLogin() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) =>
      api.post<User>('/api/auth/login', credentials),
    onSuccess: (user) => {
      forgetAllButMe(queryClient);
      queryClient.setQueryData(keys.me, user);
    },
  });
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
