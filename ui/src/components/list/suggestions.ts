import { quoted, wordAt } from './searchWords';

/** What can be said in the search of a list. */
export interface SearchKey {
  key: string;
  /** What it means, in words. */
  hint: string;
  /** Whether the server knows a set of values for it; the others are parts of texts. */
  sign: ':' | '~';
  values?: readonly SearchValue[] | undefined;
}

/** A value, and what there is to say of it. */
export interface SearchValue {
  value: string;
  hint?: string | undefined;
}

export interface Suggestion {
  /** The search with it. */
  text: string;
  /** Where the caret stands then. */
  caret: number;
  label: string;
  hint?: string;
}

const MOST = 8;

/** What the word at the caret may become: a key, or a value of the key that stands there. */
export function suggestions(keys: readonly SearchKey[], text: string, caret: number): Suggestion[] {
  const word = wordAt(text, caret);
  const typed = text.slice(word.start, caret);
  const hyphen = typed.startsWith('-') ? '-' : '';
  const put = (written: string, label: string, hint?: string): Suggestion => ({
    text: text.slice(0, word.start) + written + text.slice(word.end),
    caret: word.start + written.length,
    label,
    ...(hint !== undefined && { hint }),
  });
  if (word.key === undefined) {
    const begun = typed.slice(hyphen.length).toLowerCase();
    return keys
      .filter(({ key }) => key.startsWith(begun))
      .map(({ key, sign, hint }) => put(`${hyphen}${key}${sign}`, `${hyphen}${key}${sign}`, hint));
  }
  const known = keys.find(({ key }) => key === word.key);
  const given = (word.value ?? '').split(',');
  const begun = (given.pop() ?? '').replaceAll('"', '').toLowerCase();
  const before = `${hyphen}${word.key}${word.sign ?? ':'}`;
  return (known?.values ?? [])
    .filter(({ value }) => value.toLowerCase().includes(begun) && !given.includes(value))
    .filter(({ value }) => value.toLowerCase() !== begun)
    .slice(0, MOST)
    .map(({ value, hint }) =>
      put(`${before}${[...given, quoted(value)].join(',')}`, `${before}${value}`, hint),
    );
}
