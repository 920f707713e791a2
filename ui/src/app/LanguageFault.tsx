import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '@/components/toasts';
import { whenLanguageFails } from '@/i18n';

/** Says that a language which was chosen could not be loaded. */
export function LanguageFault() {
  const { t } = useTranslation();
  const toast = useToast();
  useEffect(
    () =>
      whenLanguageFails(() => {
        toast(t('start.languageFailed'), 'fail');
      }),
    [t, toast],
  );
  return null;
}
