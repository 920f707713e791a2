import type { ParseKeys } from 'i18next';
import type { Contribution } from './contribution';

/** A part of OBox itself: its labels are keys in the page's own texts. */
export function definePart(
  part: Omit<Contribution<ParseKeys>, 'name' | 'texts'>,
): Contribution<ParseKeys> {
  return { name: 'OBox', ...part };
}
