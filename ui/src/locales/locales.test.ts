import { describe, expect, it } from 'vitest';
import { textUses, withoutPlural } from '../../scripts/textUses';
import en from './en.json';
import fr from './fr.json';
import serverEn from './server/en.json';
import serverFr from './server/fr.json';

interface Texts {
  [key: string]: string | Texts;
}

function flatten(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)].map((m) => m[1]).sort();

const english = flatten(en);
const french = new Map(flatten(fr));

describe('the French texts', () => {
  it('are the same ones as the English', () => {
    const names = (keys: Iterable<string>) => [...new Set([...keys].map(withoutPlural))].sort();
    expect(names(french.keys())).toEqual(names(english.map(([key]) => key)));
  });

  it('cover every plural form of French', () => {
    const forms = new Intl.PluralRules('fr').resolvedOptions().pluralCategories;
    const plurals = new Set(
      english.filter(([key]) => key.endsWith('_other')).map(([key]) => withoutPlural(key)),
    );
    for (const key of plurals) {
      for (const form of forms) expect(french.has(`${key}_${form}`), `${key}_${form}`).toBe(true);
    }
  });

  it('take the same values', () => {
    const differing = english.filter(([key, text]) => {
      const translated = french.get(key) ?? '';
      return placeholders(translated).join() !== placeholders(text).join();
    });
    expect(differing).toEqual([]);
  });
});

describe('a count', () => {
  it.each([
    ['the page', en, fr],
    ['the server', serverEn, serverFr],
  ])('in a text of %s is written with the signs of its language', (_, ...languages: Texts[]) => {
    const plain = languages
      .flatMap((texts) => flatten(texts))
      .filter(([, text]) => text.includes('{{count}}'));
    expect(plain).toEqual([]);
  });
});

describe('signs are those of the language', () => {
  const wrong = (texts: Texts, signs: RegExp) =>
    flatten(texts).filter(([, text]) => signs.test(text));

  it('in the apostrophes of all texts of the page, and of the French of the server', () => {
    expect(wrong(en, /\w'\w/)).toEqual([]);
    expect(wrong(fr, /'/)).toEqual([]);
    expect(wrong(serverFr, /'/)).toEqual([]);
  });

  it.each([
    ['the page', fr],
    ['the server', serverFr],
  ])('in French spaces of %s, which break no line before a sign', (_, texts: Texts) => {
    // narrow before ; ! ? %, wide before a colon and within quotation marks
    expect(wrong(texts, /[^\u202f;!?%][;!?%]/)).toEqual([]);
    expect(wrong(texts, /(?<!\u00a0):(?= |$)|[^\u00a0]»|«[^\u00a0]/)).toEqual([]);
  });
});

describe('every text of the page', () => {
  const sources = Object.entries(
    import.meta.glob<string>(['../**/*.{ts,tsx}', '!../api/openapi.ts'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  )
    .filter(([file]) => !file.includes('.test.'))
    .map(([, source]) => source)
    .join('\n');
  const isSaid = textUses(sources);

  it('is used somewhere', () => {
    const unused = english.map(([key]) => withoutPlural(key)).filter((key) => !isSaid(key));
    expect([...new Set(unused)]).toEqual([]);
  });
});
