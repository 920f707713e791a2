import i18next from 'i18next';

/** The namespace of what the server says. */
export const SERVER_TEXTS = 'server';

const TEXTS: Record<string, () => Promise<{ default: object }>> = {
  en: () => import('@/locales/server/en.json'),
  fr: () => import('@/locales/server/fr.json'),
};

/** Loads what the server says in a language: it is much, and the first sight of the page does not need it. */
export async function loadServerTexts(language: string): Promise<void> {
  if (i18next.hasResourceBundle(language, SERVER_TEXTS)) return;
  const texts = await TEXTS[language]?.();
  if (texts) i18next.addResourceBundle(language, SERVER_TEXTS, texts.default);
}
