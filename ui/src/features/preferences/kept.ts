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

/** Tells what the server keeps from what this page has sent there itself, and taken from there before. */
export class News {
  #sent: string | undefined;
  #taken: string | undefined;

  sent(choice: string): void {
    this.#sent = choice;
  }

  /**
   * Takes what is kept; true where it is to be chosen here. The answer to an own choice is not: by the time it comes, something
   * else may have been chosen.
   */
  take(kept: string): boolean {
    const isNews = kept !== this.#taken && kept !== this.#sent;
    if (kept !== this.#taken) this.#sent = undefined;
    this.#taken = kept;
    return isNews;
  }
}

/** A theme as the server names it. */
export function themeName(theme: Theme): 'SYSTEM' | 'LIGHT' | 'DARK' {
  return ({ system: 'SYSTEM', light: 'LIGHT', dark: 'DARK' } as const)[theme];
}
