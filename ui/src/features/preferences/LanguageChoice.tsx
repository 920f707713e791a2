import { useTranslation } from 'react-i18next';
import { Icon } from '@/components/icons';
import { chooseLanguage, LANGUAGES } from '@/i18n';
import { noteChosen } from './chosen';

/** Each language by its own name, so that everybody finds theirs. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const next = LANGUAGES.find((language) => language !== i18n.resolvedLanguage) ?? 'en';
  return (
    <button
      type="button"
      lang={next}
      onClick={() => {
        noteChosen('language');
        void chooseLanguage(next);
      }}
      className="flex h-8 items-center gap-1.5 rounded-control px-2 text-sm text-ink-soft transition-colors hover:bg-sunken hover:text-ink"
    >
      <Icon name="language" className="size-4" />
      {t(`language.${next}`)}
    </button>
  );
}
