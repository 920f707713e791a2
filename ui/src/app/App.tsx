import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { ToastProvider } from '@/components/toasts';
import { RegistryContext } from '@/contributions/context';
import { loadAll } from '@/contributions/later';
import { POINTS } from '@/contributions/identity';
import { Registry } from '@/contributions/registry';
import { loadShared } from '@/contributions/shared';
import { loadAllTexts } from '@/i18n/texts';
import { whenIdle } from '@/lib/idle';
import { PageRouter } from '@/lib/navigation/PageRouter';
import { ContributedRoutes } from './ContributedRoutes';
import { CrashBoundary } from './CrashBoundary';
import { LanguageFault } from './LanguageFault';
import { PaletteContent } from './palette/Palette';
import { PARTS } from './parts';
import { newQueryClient } from './queryClient';

export function App() {
  const [queryClient] = useState(newQueryClient);
  const [registry] = useState(() => new Registry(PARTS));
  useEffect(() => whenIdle(() => void loadTheRest(registry)), [registry]);
  return (
    <QueryClientProvider client={queryClient}>
      <RegistryContext value={registry}>
        <ToastProvider>
          <LanguageFault />
          <PageRouter>
            <Pages />
          </PageRouter>
        </ToastProvider>
      </RegistryContext>
    </QueryClientProvider>
  );
}

/** Which pages there are is known to those who contribute them, and may change while the page is open. */
function Pages() {
  return (
    <CrashBoundary at={useLocation().key}>
      <ContributedRoutes />
    </CrashBoundary>
  );
}

/** What is not needed yet, but may be gone from the server when it is. */
async function loadTheRest(registry: Registry): Promise<void> {
  await Promise.allSettled([import('@/contributions/modules')]);
  await loadShared();
  await loadAll([PaletteContent, ...componentsIn(registry)]);
  await loadAllTexts();
}

/** Whatever is drawn somewhere, be it a page, a card or a cell. */
function componentsIn(registry: Registry): object[] {
  return POINTS.flatMap((point) => registry.at(point).map(({ item }): object => item))
    .flatMap((item): unknown[] => Object.values(item))
    .filter((value) => typeof value === 'function');
}
