import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ChangeEvent } from '@/api/invalidation';
import type { EventMeaning } from '@/api/live';
import type { EventType } from './contribution';
import type { Contributed, Registry } from './registry';

/** What events mean by all that is contributed. A contributor's fault costs the others nothing. */
export function eventMeaning(registry: Registry, queryClient: QueryClient): EventMeaning {
  return {
    types: () => registry.at('eventTypes').map(({ item }) => item.type),
    mend: (event) =>
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
    return item.mend(event, queryClient);
  } catch (error) {
    console.error(`${by.name} can't handle events of type ${item.type}`, error);
    return [];
  }
}
