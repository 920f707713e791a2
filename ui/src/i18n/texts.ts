// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the declarations of the SDK are made without tsconfig.json’s files
/// <reference path="./cut.d.ts" />
import i18next from 'i18next';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The namespaces of what the page says, and of what the server says. */
export const PAGE_TEXTS = 'translation';
export const SERVER_TEXTS = 'server';

type Scripts = Record<Language, () => Promise<{ default: object }>>;

const FIRST: Scripts = { en: () => import('texts:first/en'), fr: () => import('texts:first/fr') };
const LATER: Scripts = { en: () => import('texts:later/en'), fr: () => import('texts:later/fr') };
const SERVER: Scripts = {
  en: () => import('@/locales/server/en.json'),
  fr: () => import('@/locales/server/fr.json'),
};

/** What the first views say in a language. */
export async function readFirstTexts(language: Language): Promise<object> {
  return (await FIRST[language]()).default;
}

const whole = new Map<Language, Promise<void>>();

/** Loads all that the page says in a language, unless it is there. Each has all texts, so nobody needs those of another besides. */
export function loadTexts(language: Language): Promise<void> {
  const begun = whole.get(language);
  if (begun) return begun;
  const loading = Promise.all([FIRST[language](), LATER[language]()]).then((parts) => {
    for (const { default: texts } of parts) {
      i18next.addResourceBundle(language, PAGE_TEXTS, texts, true);
    }
  });
  whole.set(language, loading);
  loading.catch(() => whole.delete(language));
  return loading;
}

/** Loads what is said beyond the first views, in the language of the page once that is known. */
export async function loadLaterTexts(): Promise<void> {
  if (isLanguage(i18next.language)) await loadTexts(i18next.language);
}

const asked = new Set<Language>();

/** Asks for what the server says, which is much, and which the first sight of the page does not need. Without it, its own words are shown. */
export function wantServerTexts(language: Language): void {
  if (asked.has(language)) return;
  asked.add(language);
  SERVER[language]()
    .then(({ default: texts }) => i18next.addResourceBundle(language, SERVER_TEXTS, texts))
    .catch(() => asked.delete(language));
}

/** Loads what the page says in every language, for readers who change theirs, and what the server says in theirs. */
export async function loadAllTexts(): Promise<void> {
  if (isLanguage(i18next.language)) wantServerTexts(i18next.language);
  await Promise.allSettled(LANGUAGES.map(loadTexts));
}
