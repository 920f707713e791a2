import type { Preferences } from '@/api/schema';
import { storage } from '@/lib/storage';

const NONE: Preferences = { theme: null, density: null, shortcuts: null, columns: {} };

/** Keeps in the browser what an account prefers, for the next start of the page. */
export function remember(account: string, preferences: Preferences): void {
  storage.set(keyOf(account), JSON.stringify(preferences));
}

export function recalled(account: string): Preferences {
  try {
    const kept = JSON.parse(storage.get(keyOf(account)) ?? '{}') as Partial<Preferences> | null;
    return { ...NONE, ...kept };
  } catch {
    return NONE;
  }
}

function keyOf(account: string): string {
  return `obox.preferences.${account}`;
}
