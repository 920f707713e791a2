import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys, type AuditFilter } from '@/api/keys';
import type { AuditPage, AuditProof, AuditRecord } from '@/api/schema';
import { allItems, cursorPaging } from '@/lib/paging';

export const auditListQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: keys.auditList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<AuditPage>('/api/admin/audit', { query: { ...filter, cursor: pageParam }, signal }),
    ...cursorPaging,
    select: allItems,
  });

export const auditRecordQuery = (id: string) =>
  queryOptions({
    queryKey: keys.auditRecord(id),
    queryFn: ({ signal }) => api.get<AuditRecord>(`/api/admin/audit/${id}`, { signal }),
  });

/** Has the server check that nothing was changed since it was recorded, which takes a second for each 100,000 records. */
export function useVerify() {
  return useCommand({
    send: (_: undefined, signal) => api.get<AuditProof>('/api/admin/audit/proof', { signal }),
    refresh: () => Promise.resolve(),
  });
}

/** Where what a filter finds is given as JSON Lines. */
export function linesAddress(filter: AuditFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => !!entry[1]);
  const query = new URLSearchParams(given).toString();
  return `/api/admin/audit/lines${query && `?${query}`}`;
}
