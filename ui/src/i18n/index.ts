import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '@/locales/en.json';
import fr from '@/locales/fr.json';
import { storage } from '@/lib/storage';
import { loadServerTexts } from './serverTexts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'obox.language';

function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** What was chosen on this machine, else the first language of the browser that there is. */
function preferredLanguage(): Language {
  const chosen = storage.get(STORAGE_KEY);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    // Without them the server's own words are shown.
    loadServerTexts(language).catch(() => undefined);
  });
  await i18next.use(initReactI18next).init({
    lng: preferredLanguage(),
    fallbackLng: 'en',
    resources: { en: { translation: en }, fr: { translation: fr } },
    react: { bindI18nStore: 'added' },
    // React escapes by itself.
    interpolation: { escapeValue: false },
  });
}

export async function chooseLanguage(language: Language): Promise<void> {
  storage.set(STORAGE_KEY, language);
  await i18next.changeLanguage(language);
}
