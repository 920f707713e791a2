import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { textUses } from './textUses.ts';

/** Texts by their names, in groups within groups. */
export interface Texts {
  [name: string]: string | Texts;
}

const PREFIX = 'texts:';

/** The module with those texts of a language that come with the first views. */
export const firstTexts = (language: string): string => `\0${PREFIX}first/${language}`;

const IMPORTS = /^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/gm;
const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** Those texts whose names are taken, in the groups that they were in. */
export function those(texts: Texts, take: (key: string) => boolean, path = ''): Texts {
  const taken = Object.entries(texts).flatMap(([name, text]): [string, string | Texts][] => {
    if (typeof text === 'string') return take(path + name) ? [[name, text]] : [];
    const within = those(text, take, `${path}${name}.`);
    return Object.keys(within).length > 0 ? [[name, within]] : [];
  });
  return Object.fromEntries(taken);
}

/** The page's own sources that come with these ones: they, and what they import, and so on, without what they load later. */
export function sourcesOf(entries: readonly string[], root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path) || !/\.tsx?$/.test(path)) continue;
    const source = readFileSync(path, 'utf8');
    found.set(path, source);
    for (const [, name = ''] of source.matchAll(IMPORTS)) {
      const base = name.startsWith('@/') ? resolve(root, 'src', name.slice(2)) : null;
      const file = base ?? (name.startsWith('.') ? resolve(dirname(path), name) : null);
      const ending = file === null ? undefined : ENDINGS.find((end) => isFile(file + end));
      if (file !== null && ending !== undefined) waiting.push(file + ending);
    }
  }
  return found;
}

function isFile(path: string): boolean {
  return /\.\w+$/.test(path) && existsSync(path);
}

/**
 * Cuts the texts of each language in two, by what says them: `texts:first/fr` has those of the first views and all that comes with
 * them, `texts:later/fr` the others. While the page is being developed all are in the first part.
 *
 * @param entries the sources of the document and the first views
 */
export function cutTexts(entries: readonly string[]): Plugin {
  let root = '';
  let sources: ReadonlyMap<string, string> | undefined;
  let isWhole = true;
  return {
    name: 'obox:texts',
    configResolved(config) {
      root = config.root;
      isWhole = config.command === 'serve';
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [part, language = ''] = id.slice(PREFIX.length + 1).split('/');
      const file = resolve(root, 'src/locales', `${language}.json`);
      this.addWatchFile(file);
      const texts = JSON.parse(readFileSync(file, 'utf8')) as Texts;
      sources ??= sourcesOf(
        entries.map((entry) => resolve(root, entry)),
        root,
      );
      const said = isWhole ? () => true : textUses([...sources.values()].join('\n'));
      const cut = those(texts, (key) => said(key) === (part === 'first'));
      return `export default ${JSON.stringify(cut)};`;
    },
    generateBundle(_options, bundle) {
      const starts = Object.values(bundle).filter((file) => file.type === 'chunk');
      const begun = starts.filter((chunk) =>
        chunk.moduleIds.some((id) => entries.some((entry) => id === resolve(root, entry))),
      );
      const unread = begun
        .flatMap((chunk) => chunk.moduleIds)
        .filter((id) => id.startsWith(resolve(root, 'src')) && /\.tsx?$/.test(id))
        .filter((id) => !sources?.has(id));
      if (unread.length > 0) {
        this.error(`The first views hold sources whose texts come later: ${unread.join(', ')}`);
      }
    },
  };
}
