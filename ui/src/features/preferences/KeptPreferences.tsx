import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfilePatch } from '@/api/schema';
import { prefer, profileQuery, useIsChoosing } from '@/domain/profile';
import { chooseLanguage } from '@/i18n';
import { forgetChosen, isChosen, type ChoiceName } from './chosen';
import { keptChoices, News, themeName } from './kept';
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
  const [themes] = useState(() => new News());
  const [languages] = useState(() => new News());
  useTaking('theme', themes, kept.theme, chooseTheme);
  useTaking('language', languages, kept.language, chooseLanguage);
  useKeeping('theme', themes, theme, kept.theme, { preferences: { theme: themeName(theme) } });
  useKeeping('language', languages, i18n.language, kept.language, { locale: i18n.language });
  return null;
}

/** Chooses here what is kept, once, and not while something else that was chosen here is still on its way. */
function useTaking<T extends string>(
  name: ChoiceName,
  news: News,
  kept: T | undefined,
  choose: (kept: T) => unknown,
): void {
  const isChoosing = useIsChoosing();
  useEffect(() => {
    if (kept === undefined || isChoosing || isChosen(name)) return;
    if (news.take(kept)) choose(kept);
  }, [name, news, kept, isChoosing, choose]);
}

/** Keeps a choice when it changes to something else than what is kept, or was made before the login. */
function useKeeping(
  name: ChoiceName,
  news: News,
  chosen: string,
  kept: string | undefined,
  patch: ProfilePatch,
): void {
  const queryClient = useQueryClient();
  const last = useRef(chosen);
  useEffect(() => {
    if (chosen === last.current && !isChosen(name)) return;
    last.current = chosen;
    forgetChosen(name);
    // Without an answer the choice is this browser's only.
    if (chosen === kept) return;
    news.sent(chosen);
    prefer(patch, queryClient).catch(() => undefined);
  });
}
