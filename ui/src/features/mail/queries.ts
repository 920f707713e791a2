import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys, type MailFilter } from '@/api/keys';
import type { Job, Mail, MailDelivery, MailPage } from '@/api/schema';
import { allItems, cursorPaging } from '@/lib/paging';

export const mailListQuery = (filter: MailFilter) =>
  infiniteQueryOptions({
    queryKey: keys.mailList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<MailPage>('/api/admin/mails', { query: { ...filter, cursor: pageParam }, signal }),
    ...cursorPaging,
    select: allItems,
  });

/** What a mail says can be a credential: it is forgotten as soon as nobody looks at it. */
export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: keys.mail(id),
    queryFn: ({ signal }) => api.get<Mail>(`/api/admin/mails/${id}`, { signal }),
    gcTime: 0,
  });

/** Whether mails go out. */
export const mailDeliveryQuery = queryOptions({
  queryKey: keys.mailDelivery,
  queryFn: ({ signal }) => api.get<MailDelivery>('/api/admin/mails/delivery', { signal }),
});

function useRefresh(): () => Promise<unknown> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: keys.mails });
}

/** Sends a mail that is in the outbox, or was given up. */
export function useSendAgain(id: string) {
  const refresh = useRefresh();
  return useCommand({
    send: (_: undefined, signal) =>
      api.post<Job>(`/api/admin/mails/${id}/retry`, undefined, { signal }),
    refresh,
  });
}

/** Sends whoever asks a mail that says nothing but that mail works. */
export function useSendTest() {
  const refresh = useRefresh();
  return useCommand({
    send: (_: undefined, signal) => api.post<Job>('/api/admin/mails/test', undefined, { signal }),
    refresh,
  });
}
