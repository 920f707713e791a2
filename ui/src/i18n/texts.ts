import i18next from 'i18next';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The namespaces of what the page says, and of what the server says. */
export const PAGE_TEXTS = 'translation';
export const SERVER_TEXTS = 'server';

type Namespace = typeof PAGE_TEXTS | typeof SERVER_TEXTS;

const SCRIPTS: Record<Namespace, Record<Language, () => Promise<{ default: object }>>> = {
  [PAGE_TEXTS]: {
    en: () => import('@/locales/en.json'),
    fr: () => import('@/locales/fr.json'),
  },
  [SERVER_TEXTS]: {
    en: () => import('@/locales/server/en.json'),
    fr: () => import('@/locales/server/fr.json'),
  },
};

export async function readTexts(language: Language, namespace: Namespace): Promise<object> {
  return (await SCRIPTS[namespace][language]()).default;
}

/** Loads texts in a language unless they are there. Each has all texts, so nobody needs those of another language besides. */
export async function loadTexts(language: Language, namespace: Namespace): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return;
  i18next.addResourceBundle(language, namespace, await readTexts(language, namespace));
}

const asked = new Set<Language>();

/** Asks for what the server says, which is much, and which the first sight of the page does not need. Without it, its own words are shown. */
export function wantServerTexts(language: Language): void {
  if (asked.has(language)) return;
  asked.add(language);
  loadTexts(language, SERVER_TEXTS).catch(() => asked.delete(language));
}

/** Loads what the page says in every language, for readers who change theirs, and what the server says in theirs. */
export async function loadAllTexts(): Promise<void> {
  if (isLanguage(i18next.language)) wantServerTexts(i18next.language);
  await Promise.allSettled(LANGUAGES.map((language) => loadTexts(language, PAGE_TEXTS)));
}
