import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { isAsked, rewrite, rowsOf } from '@/api/cached';
import { tellsAll, type ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import type { Host } from '@/api/schema';

/** Writes what a host has become into the list of hosts. */
export function mendHost(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  if (!tellsAll(event)) return [keys.hosts];
  const { version, since, values } = event;
  const rows = rowsOf<Host>(queryClient, keys.hosts, event.id);
  const told = rows.length > 0 && rows.every((host) => host.version >= since);
  if (!told || isAsked(queryClient, keys.hosts)) return [keys.hosts];
  rewrite<Host>(queryClient, keys.hosts, event.id, (host) =>
    host.version >= version ? host : { ...host, ...values, version },
  );
  return [];
}
