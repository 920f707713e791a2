import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfilePatch } from '@/api/schema';
import { prefer, profileQuery } from '@/domain/profile';
import { chooseLanguage } from '@/i18n';
import { keptChoices, themeName } from './kept';
import { chooseTheme, useTheme } from './theme';

/**
 * Takes the reader's language and theme along to each browser: what the server keeps is chosen here, and what is chosen here
 * is kept there. The browser remembers both, so the page begins with them before the server has answered.
 */
export function KeptPreferences() {
  const { i18n } = useTranslation();
  const [theme] = useTheme();
  const { data: profile } = useQuery(profileQuery);
  const kept = keptChoices(profile);
  useEffect(() => {
    if (kept.theme) chooseTheme(kept.theme);
  }, [kept.theme]);
  useEffect(() => {
    if (kept.language) void chooseLanguage(kept.language);
  }, [kept.language]);
  useKeeping(theme, kept.theme, { preferences: { theme: themeName(theme) } });
  useKeeping(i18n.language, kept.language, { locale: i18n.language });
  return null;
}

/** Keeps a choice when it changes to something else than what is kept. */
function useKeeping(chosen: string, kept: string | undefined, patch: ProfilePatch): void {
  const queryClient = useQueryClient();
  const last = useRef(chosen);
  useEffect(() => {
    if (chosen === last.current) return;
    last.current = chosen;
    // Without an answer the choice is this browser's only.
    if (chosen !== kept) prefer(patch, queryClient).catch(() => undefined);
  });
}
