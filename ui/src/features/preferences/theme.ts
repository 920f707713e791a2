import { useSyncExternalStore } from 'react';
import { storage } from '@/lib/storage';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Also read by `public/theme.js` before the first paint. */
const STORAGE_KEY = 'obox.theme';

const listeners = new Set<() => void>();

function chosenTheme(): Theme {
  return THEMES.find((theme) => theme === storage.get(STORAGE_KEY)) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  storage.set(STORAGE_KEY, theme === 'system' ? null : theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** The theme that is chosen, wherever it was chosen, and what chooses another one. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, chosenTheme), chooseTheme];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
