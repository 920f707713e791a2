import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys, type UserFilter } from '@/api/keys';
import type {
  InvitationRequest,
  ManagedUser,
  ManagedUserPage,
  SessionPage,
  Usage,
  UserPatch,
} from '@/api/schema';
import { cursorPaging } from '@/lib/paging';
import { updateUser } from './updateUser';

const PATH = '/api/admin/users';

export const userListQuery = (filter: UserFilter) =>
  infiniteQueryOptions({
    queryKey: keys.userList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<ManagedUserPage>(PATH, {
        query: { ...filter, cursor: pageParam, count: 'true' },
        signal,
      }),
    ...cursorPaging,
  });

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: keys.user(id),
    queryFn: ({ signal }) => api.get<ManagedUser>(`${PATH}/${id}`, { signal }),
  });

export const userUsageQuery = (id: string) =>
  queryOptions({
    queryKey: keys.userUsage(id),
    queryFn: ({ signal }) => api.get<Usage>(`/api/admin/usage/${id}`, { signal }),
  });

export const userSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.userSessionsOf(id),
    queryFn: ({ signal }) => api.get<SessionPage>(`${PATH}/${id}/sessions`, { signal }),
    select: (page) => page.items,
  });

/** Who has exactly this address and can be given something, or nothing. */
export async function findReceiver(email: string, signal: AbortSignal) {
  const { items } = await api.get<ManagedUserPage>(PATH, {
    query: { q: email, state: 'ACTIVE', sort: 'email', limit: 200 },
    signal,
  });
  return items.find((user) => user.email === email.trim().toLowerCase());
}

function useRefresh(): () => Promise<unknown> {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.users }),
      queryClient.invalidateQueries({ queryKey: keys.userSessions }),
    ]);
}

/** Asks for something to be done with an account. */
export function useUserCommand<T, V>(send: (variables: V, signal: AbortSignal) => Promise<T>) {
  return useCommand<T, V>({ send, refresh: useRefresh() });
}

export function useUpdateUser(user: ManagedUser) {
  return useUserCommand((patch: UserPatch, signal) => updateUser(user, patch, signal));
}

export function useInvite() {
  return useUserCommand((asked: InvitationRequest, signal) =>
    api.post<ManagedUser>(PATH, asked, { signal }),
  );
}

/** Deletes an account; whoever is named gets what it has. */
export function useDeleteUser(user: ManagedUser) {
  return useUserCommand((transferTo: string | undefined, signal) =>
    api.delete(`${PATH}/${user.id}`, { query: { transferTo }, signal }),
  );
}

export const endSessions = (user: ManagedUser, signal: AbortSignal) =>
  api.delete(`${PATH}/${user.id}/sessions`, { signal });

export const resetSecondFactor = (user: ManagedUser, signal: AbortSignal) =>
  api.delete(`${PATH}/${user.id}/second-factor`, { signal });

export const resendInvitation = (user: ManagedUser, signal: AbortSignal) =>
  api.post<ManagedUser>(`${PATH}/${user.id}/invitation`, undefined, { signal });

export const withdrawInvitation = (user: ManagedUser, signal: AbortSignal) =>
  api.delete(`${PATH}/${user.id}/invitation`, { signal });
