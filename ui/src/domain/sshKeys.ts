import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { SshKey, SshKeyPage, SshKeyRequest } from '@/api/schema';

/** The reader's saved SSH keys, oldest first. Their number is bounded, so they come in one page. */
export const sshKeysQuery = queryOptions({
  queryKey: keys.sshKeys,
  queryFn: ({ signal }) => api.get<SshKeyPage>('/api/profile/keys', { signal }),
  select: (page) => page.items,
});

export function useAddSshKey() {
  const queryClient = useQueryClient();
  return useCommand({
    send: (key: SshKeyRequest, signal) => api.post<SshKey>('/api/profile/keys', key, { signal }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.sshKeys }),
  });
}

export function useDeleteSshKey() {
  const queryClient = useQueryClient();
  return useCommand({
    send: (id: string, signal) => api.delete<undefined>(`/api/profile/keys/${id}`, { signal }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.sshKeys }),
  });
}
