import type { ReactNode } from 'react';
import { Logo } from '@/components/Logo';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';
import { useAtOnce } from '@/contributions/useAtOnce';
import { LoginArt } from './LoginArt';

/** The page around the forms before the product itself. */
export function SessionFrame({ children }: { children: ReactNode }) {
  const preferences = useContributed('preferences');
  useAtOnce(preferences);
  return (
    <div className="grid min-h-full lg:grid-cols-[minmax(0,1fr)_minmax(0,44%)]">
      <div className="flex flex-col">
        <header className="p-6 sm:p-8">
          <Logo />
        </header>
        <main className="flex flex-1 items-center justify-center px-6 pb-8">
          <div className="w-full max-w-sm">{children}</div>
        </main>
        <footer className="flex flex-wrap items-center gap-3 p-6 sm:p-8">
          <Contents of={preferences} props={{}} />
        </footer>
      </div>
      <div className="relative hidden overflow-hidden bg-[#11150f] lg:block">
        <div className="absolute inset-0">
          <LoginArt />
        </div>
      </div>
    </div>
  );
}
