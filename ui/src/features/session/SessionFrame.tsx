import type { ReactNode } from 'react';
import { LanguageChoice } from '@/features/preferences/LanguageChoice';
import { ThemeChoice } from '@/features/preferences/ThemeChoice';
import { Logo } from '@/components/Logo';

/** The page around the forms before the product itself: nothing but the form. */
export function SessionFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-full flex-col">
      <header className="p-6">
        <Logo />
      </header>
      <main className="flex flex-1 items-center justify-center px-4 pb-16">
        <div className="w-full max-w-sm">{children}</div>
      </main>
      <footer className="flex items-center justify-center gap-4 p-6">
        <LanguageChoice />
        <ThemeChoice />
      </footer>
    </div>
  );
}
