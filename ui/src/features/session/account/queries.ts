import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Invitation, RegistrationTerms } from '@/api/schema';

/** Whether people can register, and who. */
export const termsQuery = queryOptions({
  queryKey: keys.registration,
  queryFn: ({ signal }) => api.get<RegistrationTerms>('/api/auth/registration', { signal }),
  staleTime: 60_000,
});

export interface Registration {
  email: string;
  name: string;
  password: string;
  locale: string;
}

export function useRegister() {
  return useMutation({
    mutationFn: (asked: Registration) => api.post('/api/auth/register', asked),
  });
}

export function useForgot() {
  return useMutation({
    mutationFn: (asked: { email: string }) => api.post('/api/auth/forgot', asked),
  });
}

/** Every login ends with it, that of this browser too. */
export function useReset() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (chosen: { token: string; password: string }) =>
      api.post('/api/auth/reset', chosen),
    onSuccess: () => {
      queryClient.setQueryData(keys.loggedOut, true);
      queryClient.setQueryData(keys.me, null);
    },
  });
}

/** What the link of an invitation invites to. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: keys.invitation,
    queryFn: ({ signal }) => api.post<Invitation>('/api/auth/invitation', { token }, { signal }),
    enabled: token !== '',
    retry: false,
    gcTime: 0,
  });

export function useAccept() {
  return useMutation({
    mutationFn: (chosen: { token: string; name: string; password: string }) =>
      api.post('/api/auth/invitation/accept', chosen),
  });
}

export function useVerify() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => api.post('/api/auth/verify', { token }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.me }),
  });
}

export function useResend() {
  return useMutation({ mutationFn: () => api.post('/api/auth/resend') });
}

export function useChangeEmail() {
  return useMutation({
    mutationFn: (asked: { email: string; password: string }) =>
      api.post('/api/profile/email', asked),
  });
}

/** Nobody is logged in any more afterwards. */
export function useDeleteAccount() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => api.delete('/api/profile', { body: { password } }),
    onSuccess: () => {
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
      queryClient.setQueryData(keys.loggedOut, true);
      queryClient.setQueryData(keys.me, null);
    },
  });
}
