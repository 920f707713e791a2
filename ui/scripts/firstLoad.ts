import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What may come over the wire, packed, before somebody can use the page as it is meant to look: 180 kB with its font. */
const MOST_BYTES = 180_000;

const DOCUMENT = 'index.html';

/** A file of the build, as far as it matters here. */
export interface BuiltFile {
  content: string | Uint8Array;
  /** The files that are loaded with it. */
  needs: readonly string[];
  /** The sources that it is made of. */
  sources: readonly string[];
}

export type Build = ReadonlyMap<string, BuiltFile>;

/** What is loaded for a view: what the document names, what holds these sources, and whatever those need. */
export function filesFor(build: Build, sources: readonly string[]): string[] {
  const holders = sources.map((source) => {
    const holder = [...build].find(([, file]) => file.sources.includes(source));
    if (!holder) throw new Error(`${source} is in no script of the build`);
    return holder[0];
  });
  const files = new Set<string>();
  const take = (name: string) => {
    if (files.has(name)) return;
    files.add(name);
    build.get(name)?.needs.forEach(take);
  };
  [DOCUMENT, ...holders].forEach(take);
  return [...files];
}

/** How many bytes a file has on its way; what is packed already does not get smaller. */
export function packedSize(content: string | Uint8Array): number {
  return Math.min(gzipSync(content).length, Buffer.byteLength(content));
}

/** Says of each view what its first load weighs. Too much of it is an error. */
export function weigh(build: Build, views: Record<string, readonly string[]>): string[] {
  const weights = Object.entries(views).map(([view, sources]) => {
    const files = filesFor(build, sources)
      .map((name): [string, number] => [name, packedSize(build.get(name)?.content ?? '')])
      .sort(([, one], [, other]) => other - one);
    const list = files.map(([name, size]) => `  ${kilobytes(size)} ${name}`).join('\n');
    const bytes = files.reduce((sum, [, size]) => sum + size, 0);
    return { view, bytes, list };
  });
  const tooHeavy = weights.filter(({ bytes }) => bytes > MOST_BYTES);
  if (tooHeavy.length > 0) {
    const found = tooHeavy.map(({ view, bytes, list }) => `${view}: ${kilobytes(bytes)}\n${list}`);
    throw new Error(
      `The first load is more than ${kilobytes(MOST_BYTES)}; load later what is not needed at first.\n${found.join('\n')}`,
    );
  }
  return weights.map(({ view, bytes }) => `first load of ${view}: ${kilobytes(bytes)}`);
}

/**
 * Fails a build whose first load is too heavy: all files that are asked for until a view can be used.
 *
 * @param views the sources that are loaded for each of them, beyond what the document names
 * @param always the modules that are loaded for all of them
 */
export function firstLoad(
  views: Record<string, readonly string[]>,
  ...always: readonly string[]
): Plugin {
  let root = '';
  let publicFolder = '';
  return {
    name: 'obox:first-load',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      publicFolder = config.publicDir;
    },
    writeBundle: {
      order: 'post',
      handler(_options, bundle) {
        const build = new Map<string, BuiltFile>();
        for (const file of Object.values(bundle)) {
          build.set(
            file.fileName,
            file.type === 'chunk'
              ? {
                  content: file.code,
                  needs: [...file.imports, ...(file.viteMetadata?.importedCss ?? [])],
                  sources: file.moduleIds,
                }
              : { content: file.source, needs: [], sources: [] },
          );
        }
        addDocument(build, publicFolder);
        const paths = Object.entries(views).map(([view, sources]): [string, string[]] => [
          view,
          [...always, ...sources.map((source) => resolve(root, source))],
        ]);
        for (const line of weigh(build, Object.fromEntries(paths))) this.info(line);
      },
    },
  };
}

/** The document needs what it names by `src` or `href`, be it built or copied. */
function addDocument(build: Map<string, BuiltFile>, publicFolder: string): void {
  const content = String(build.get(DOCUMENT)?.content ?? '');
  const needs = [...content.matchAll(/\b(?:src|href)="\/([^"]+)"/g)].map(([, name = '']) => name);
  for (const name of needs) {
    if (build.has(name)) continue;
    build.set(name, { content: readFileSync(join(publicFolder, name)), needs: [], sources: [] });
  }
  build.set(DOCUMENT, { content, needs, sources: [] });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
