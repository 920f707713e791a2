import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useRegistry } from '@/contributions/context';
import { keepLoaded } from '@/contributions/keepLoaded';
import { LoadedModulesContext } from '@/contributions/loaded';
import type { Modules, ModuleFault } from '@/contributions/modules';
import type { Registry } from '@/contributions/registry';
import type { Texts } from '@/contributions/contribution';
import { LANGUAGES, loadLaterTexts } from '@/i18n/texts';
import { version as sdk } from '../../sdk/package.json';
import { modulesQuery } from './modulesQuery';
import { usePolling } from '@/api/live';

const RETRY_MILLIS = 5_000;

/** Keeps what bundles contribute in the page, as the server says it, for as long as somebody is logged in. */
export function ModulesProvider({ children }: { children: ReactNode }) {
  const registry = useRegistry();
  const page = useQuery({ ...modulesQuery, refetchInterval: usePolling() });
  const [taken, setTaken] = useState<{ settled: boolean; faults: readonly ModuleFault[] }>({
    settled: false,
    faults: [],
  });
  const items = page.data?.items;

  const modules = useRef<Promise<Modules>>(undefined);

  useEffect(() => {
    if (!items) return undefined;
    let stop: (() => void) | undefined;
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = async () => {
      // Most pages have none, and what takes them over need not be loaded then.
      if (items.length > 0) modules.current ??= loadModules(registry);
      const known = await modules.current?.catch(() => null);
      if (ended) return;
      if (known === null) {
        modules.current = undefined;
        timer = setTimeout(() => void take(), RETRY_MILLIS);
        return;
      }
      const tell = (faults: readonly ModuleFault[]) => {
        setTaken({ settled: true, faults });
      };
      if (known) stop = keepLoaded(known, items, tell);
      else tell([]);
    };
    void take();
    return () => {
      ended = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [registry, items]);

  useEffect(
    () => () => {
      modules.current?.then((known) => known.become([])).catch(() => undefined);
    },
    [],
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

async function loadModules(registry: Registry): Promise<Modules> {
  // What modules draw with the page's components says what those say.
  const [{ Modules: Known }] = await Promise.all([
    import('@/contributions/modules'),
    loadLaterTexts(),
  ]);
  return new Known({ registry, sdk, load, setTexts });
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
