import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { storage } from '@/lib/storage';
import { isLanguage, loadTexts, PAGE_TEXTS, readFirstTexts, type Language } from './texts';

export { LANGUAGES, type Language } from './texts';

const STORAGE_KEY = 'obox.language';

/** What i18next itself calls the event. */
const FAILED = 'failedLoading';

let wanted: Language | undefined;

/** What was chosen on this machine, else the first language of the browser that there is. */
function preferredLanguage(): Language {
  const chosen = storage.get(STORAGE_KEY);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export async function startI18n(): Promise<void> {
  const language = preferredLanguage();
  const texts = await readFirstTexts(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { [PAGE_TEXTS]: texts } },
    // Contributions need not have texts in all languages.
    fallbackLng: 'en',
    react: { bindI18nStore: 'added' },
    // React escapes by itself.
    interpolation: { escapeValue: false },
  });
  become(language);
  i18next.on('languageChanged', become);
}

function become(language: string): void {
  document.documentElement.lang = language;
}

/** Changes to a language as soon as its texts are there. Where they can't be loaded, the page stays as it is. */
export async function chooseLanguage(language: Language): Promise<void> {
  wanted = language;
  try {
    await loadTexts(language);
  } catch {
    i18next.emit(FAILED, language);
    return;
  }
  if (wanted !== language) return;
  storage.set(STORAGE_KEY, language);
  await i18next.changeLanguage(language);
}

/** Calls back when a language that was chosen could not be loaded, until the returned function is called. */
export function whenLanguageFails(tell: (language: string) => void): () => void {
  i18next.on(FAILED, tell);
  return () => {
    i18next.off(FAILED, tell);
  };
}
