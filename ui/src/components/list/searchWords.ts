/** A part of a search as it is typed: blanks, or a word or term with where it stands. */
export interface SearchWord {
  text: string;
  start: number;
  end: number;
  /** What stands before the colon or the tilde, without a leading hyphen. */
  key?: string;
  sign?: ':' | '~';
  /** What is typed after it so far, which has commas where several values are meant. */
  value?: string;
}

const WORD = /(?:"(?:\\.|[^"\\])*"?|\S)+/g;
const TERM = /^-?(\p{Letter}+)([:~])(.*)$/su;

/** The words of a search; blanks in quotes part none. */
export function searchWords(text: string): SearchWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const place = { text: word, start: index, end: index + word.length };
    const [, key, sign, value] = TERM.exec(word) ?? [];
    if (key === undefined) return place;
    return { ...place, key: key.toLowerCase(), sign: sign as ':' | '~', value: value ?? '' };
  });
}

/** The word that is being typed at a place; an empty one between words. */
export function wordAt(text: string, caret: number): SearchWord {
  return (
    searchWords(text).find(({ start, end }) => start <= caret && caret <= end) ?? {
      text: '',
      start: caret,
      end: caret,
    }
  );
}

/** A value as the grammar wants it. */
export function quoted(value: string): string {
  return /[\s",]/.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : value;
}

/** A search that asks for this as well. */
export function withTerm(text: string | undefined, term: string): string {
  return [text, term].filter(Boolean).join(' ');
}
