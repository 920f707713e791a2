import { createContext, use, useSyncExternalStore } from 'react';
import type { ContributionPoint, ContributionPoints } from './contribution';
import { Registry, type Contributed } from './registry';

export const RegistryContext = createContext(new Registry());

export function useRegistry(): Registry {
  return use(RegistryContext);
}

/** What is contributed to a point; whoever uses it is drawn again when that changes. */
export function useContributed<P extends ContributionPoint>(
  point: P,
): readonly Contributed<ContributionPoints[P]>[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, () => registry.at(point));
}
