import type { i18n as I18n } from 'i18next';
import { use, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from './contribution';
import { SlotContext } from './Slot';

const PAGE = 'translation';

/** The text of a key, with values put in where it has `{{name}}`; `count` chooses the plural form. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** Translates with the texts of the contribution that the component belongs to. */
export function useTexts(): { t: Translate; language: string } {
  const { i18n } = useTranslation();
  return { t: translator(i18n, use(SlotContext)), language: i18n.language };
}

/**
 * Translates labels, each of which is a key in the texts of whoever contributed it. The same function until the language or the
 * texts are others.
 */
export function useLabel(): (by: Contribution, key: string) => string {
  const { i18n, t } = useTranslation();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- i18next makes another `t` whenever texts come
  return useCallback((by, key) => translator(i18n, by)(key), [i18n, t]);
}

/** A contribution has a namespace of its own, or the page's where it brings no texts. */
function translator(i18n: I18n, by: Contribution | null): Translate {
  const namespace = by?.texts ? by.id : PAGE;
  // The types know the page's own keys alone.
  return i18n.getFixedT(i18n.language, namespace as typeof PAGE) as unknown as Translate;
}
