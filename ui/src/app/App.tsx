import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { ToastProvider } from '@/components/toasts';
import { RegistryContext } from '@/contributions/context';
import { loadAll } from '@/contributions/later';
import { Registry } from '@/contributions/registry';
import { whenIdle } from '@/lib/idle';
import { PARTS } from './parts';
import { newQueryClient } from './queryClient';
import { router } from './router';

export function App() {
  const [queryClient] = useState(newQueryClient);
  const [registry] = useState(() => new Registry(PARTS));
  useEffect(
    () => whenIdle(() => void loadAll(registry.at('routes').map(({ item }) => item.page))),
    [registry],
  );
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
