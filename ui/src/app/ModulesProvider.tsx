import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect, useState, type ReactNode } from 'react';
import { useRegistry } from '@/contributions/context';
import { keepLoaded } from '@/contributions/keepLoaded';
import { LoadedModulesContext } from '@/contributions/loaded';
import { Modules, type ModuleFault } from '@/contributions/modules';
import type { Texts } from '@/contributions/contribution';
import { LANGUAGES } from '@/i18n';
import { version as sdk } from '../../sdk/package.json';
import { modulesQuery } from './modulesQuery';
import { usePolling } from '@/api/live';

/** Keeps what bundles contribute in the page, as the server says it, for as long as somebody is logged in. */
export function ModulesProvider({ children }: { children: ReactNode }) {
  const registry = useRegistry();
  const [modules] = useState(() => new Modules({ registry, sdk, load, setTexts }));
  const page = useQuery({ ...modulesQuery, refetchInterval: usePolling() });
  const [taken, setTaken] = useState<{ settled: boolean; faults: readonly ModuleFault[] }>({
    settled: false,
    faults: [],
  });
  const items = page.data?.items;

  useEffect(() => {
    if (!items) return undefined;
    return keepLoaded(modules, items, (faults) => {
      setTaken({ settled: true, faults });
    });
  }, [modules, items]);

  useEffect(
    () => () => {
      void modules.become([]);
    },
    [modules],
  );

  return (
    <LoadedModulesContext
      value={{
        settled: taken.settled || page.isError,
        faults: taken.faults,
        outdated: isOutdated(page.data?.build),
      }}
    >
      {children}
    </LoadedModulesContext>
  );
}

function load(address: string): Promise<unknown> {
  return import(/* @vite-ignore */ address);
}

function setTexts(id: string, texts: Readonly<Record<string, Texts>>): void {
  for (const language of LANGUAGES) i18next.removeResourceBundle(language, id);
  for (const [language, own] of Object.entries(texts)) {
    i18next.addResourceBundle(language, id, own);
  }
}

/** Each document names the build that it belongs to; that of a development server is newer than any. */
function isOutdated(build: string | undefined): boolean {
  const own = document.querySelector<HTMLMetaElement>('meta[name=build]')?.content;
  return build !== undefined && own !== build && own !== 'development';
}
