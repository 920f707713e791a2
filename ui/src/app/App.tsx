import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { ToastProvider } from '@/components/toasts';
import { RegistryContext } from '@/contributions/context';
import { loadAll } from '@/contributions/later';
import { Registry } from '@/contributions/registry';
import { loadShared } from '@/contributions/shared';
import { whenIdle } from '@/lib/idle';
import { PaletteContent } from './palette/Palette';
import { PARTS } from './parts';
import { newQueryClient } from './queryClient';
import { router } from './router';

export function App() {
  const [queryClient] = useState(newQueryClient);
  const [registry] = useState(() => new Registry(PARTS));
  useEffect(() => whenIdle(() => void loadTheRest(registry)), [registry]);
  return (
    <QueryClientProvider client={queryClient}>
      <RegistryContext value={registry}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </RegistryContext>
    </QueryClientProvider>
  );
}

/** What is not needed yet, but may be gone from the server when it is. */
async function loadTheRest(registry: Registry): Promise<void> {
  await loadShared();
  await loadAll([PaletteContent, ...registry.at('routes').map(({ item }) => item.page)]);
}
