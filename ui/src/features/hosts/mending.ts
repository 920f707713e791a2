import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { cachedKeys, rewrite, rowsOf } from '@/api/cached';
import { tellsAll, type ChangeEvent } from '@/api/invalidation';
import { keys } from '@/api/keys';
import type { Host } from '@/api/schema';

/** Writes what a host has become into what shows it. */
export function mendHost(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  if (!tellsAll(event)) return [keys.hosts];
  const { version, since, values } = event;
  const mended = (host: Host) => (host.version >= version ? host : { ...host, ...values, version });
  return cachedKeys(queryClient, keys.hosts).filter((key) => {
    const rows = rowsOf<Host>(queryClient, key, event.id);
    const told = rows.length > 0 && rows.every((host) => host.version >= since);
    if (!told) return true;
    rewrite<Host>(queryClient, key, event.id, mended);
    return false;
  });
}

/** What a host has free changes with VMs that come, go or have a problem, and not with their power. */
export function mendRoom(event: ChangeEvent, queryClient: QueryClient): QueryKey[] {
  const moved = !tellsAll(event) || event.since === 0;
  return moved ? cachedKeys(queryClient, keys.hostRoom) : [];
}
