import { createContext, use, useSyncExternalStore } from 'react';
import type { ContributionPoint, ContributionPoints } from './contribution';
import { Registry, type Clash, type Contributed } from './registry';

export const RegistryContext = createContext(new Registry());

export function useRegistry(): Registry {
  return use(RegistryContext);
}

/** What is contributed to a point; whoever uses it is drawn again when that changes. */
export function useContributed<P extends ContributionPoint>(
  point: P,
): readonly Contributed<ContributionPoints[P]>[] {
  const registry = useRegistry();
  const read = () => registry.at(point);
  return useSyncExternalStore(registry.subscribe, read, read);
}

/** What is contributed and not shown, because another one was there before. */
export function useClashes(): readonly Clash[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.clashes, registry.clashes);
}
