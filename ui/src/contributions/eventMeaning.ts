import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ChangeEvent } from '@/api/invalidation';
import type { EventMeaning } from '@/api/live';
import type { EventType } from './contribution';
import type { Contributed, Registry } from './registry';

/**
 * What events mean by all that is contributed. A contributor's fault costs the others nothing; what is cached under the name of
 * the event's type is asked for again.
 */
export function eventMeaning(registry: Registry): EventMeaning {
  return {
    types: () => registry.at('eventTypes').map(({ item }) => item.type),
    mend: (event, queryClient) =>
      registry
        .at('eventTypes')
        .filter(({ item }) => item.type === event.type)
        .flatMap((type) => mendBy(type, event, queryClient)),
    subscribe: registry.subscribe,
  };
}

function mendBy(
  { by, item }: Contributed<EventType>,
  event: ChangeEvent,
  queryClient: QueryClient,
): QueryKey[] {
  try {
    const stale: unknown = item.mend(event, queryClient);
    return Array.isArray(stale) ? stale.filter(isKey) : [];
  } catch (error) {
    console.error(`${by.name} can't handle events of type ${item.type}`, error);
    return [[item.type], [`${item.type}s`]];
  }
}

/** A key without parts would stand for everything. */
function isKey(key: unknown): key is QueryKey {
  return Array.isArray(key) && key.length > 0;
}
