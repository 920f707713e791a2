import { describe, expect, it } from 'vitest';
import en from './en.json';
import fr from './fr.json';

interface Texts {
  [key: string]: string | Texts;
}

function flatten(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );
}

const withoutPlural = (key: string) => key.replace(/_(one|many|other)$/, '');
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

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

  it('have typographic apostrophes', () => {
    expect([...french].filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  it('take the same values', () => {
    const differing = english.filter(([key, text]) => {
      const translated = french.get(key) ?? '';
      return placeholders(translated).join() !== placeholders(text).join();
    });
    expect(differing).toEqual([]);
  });
});
