import type { Profile } from '@/api/schema';
import { LANGUAGES, type Language } from '@/i18n';
import { THEMES, type Theme } from './theme';

/** What the reader has chosen, as far as the server keeps it and this page knows it. */
export interface KeptChoices {
  theme: Theme | undefined;
  language: Language | undefined;
}

export function keptChoices(profile: Profile | undefined): KeptChoices {
  const theme = profile?.preferences.theme?.toLowerCase();
  const language = profile?.localeChosen ? profile.locale.slice(0, 2) : undefined;
  return {
    theme: THEMES.find((known) => known === theme),
    language: LANGUAGES.find((known) => known === language),
  };
}

/** A theme as the server names it. */
export function themeName(theme: Theme): 'SYSTEM' | 'LIGHT' | 'DARK' {
  return ({ system: 'SYSTEM', light: 'LIGHT', dark: 'DARK' } as const)[theme];
}
