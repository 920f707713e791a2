import { createContext, use } from 'react';
import type { ModuleFault } from './modules';

/** How far the modules are that are loaded at run time. */
export interface LoadedModules {
  /** Whether it is known what there is: until then, what is not there may be still to come. */
  settled: boolean;
  faults: readonly ModuleFault[];
  /** Whether the server has another build of the page than the browser. */
  outdated: boolean;
}

export const LoadedModulesContext = createContext<LoadedModules>({
  settled: true,
  faults: [],
  outdated: false,
});

export function useLoadedModules(): LoadedModules {
  return use(LoadedModulesContext);
}
