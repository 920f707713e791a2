import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);

interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

type Holds = (id: string, modules: Modules) => boolean;
type NameOf = (id: string, modules: Modules) => string | null;

/**
 * How the page is cut into scripts. What it begins with is two: libraries, which change more seldom and stay in browsers'
 * caches, and the page's own. What one of the first views alone needs besides is one more. All else comes with what needs it; what
 * several need, by itself too small for a request, is with what is needed in nearly the same places.
 *
 * @param views the sources of each of the first views
 */
export function chunkGroups(views: Record<string, readonly string[]>) {
  const begun = within(['src/main.tsx']);
  const seen = Object.entries(views).map(([view, sources]) => ({ view, holds: within(sources) }));
  const isFirst: Holds = (id, modules) =>
    begun(id, modules) || seen.filter(({ holds }) => holds(id, modules)).length > 1;
  const library: NameOf = (id, modules) =>
    id.includes('/node_modules/') && isFirst(id, modules) ? 'vendor' : null;
  return [
    { name: library, debugName: 'vendor', priority: 5 },
    group('page', isFirst, 4),
    ...seen.map(({ view, holds }) => group(view, holds, 3)),
    {
      name: 'shared',
      minShareCount: 2,
      entriesAware: true,
      entriesAwareMergeThreshold: 8_000,
      priority: 1,
    },
  ];
}

function group(name: string, holds: Holds, priority: number) {
  const nameOf: NameOf = (id, modules) => (holds(id, modules) ? name : null);
  return { name: nameOf, debugName: name, priority };
}

/** Whether a module is loaded with these sources. */
function within(sources: readonly string[]): Holds {
  const entries = sources.map((source) => fileURLToPath(new URL(source, ROOT)));
  let found: ReadonlySet<string> | undefined;
  return (id, modules) => {
    found ??= importedBy(entries, modules);
    return found.has(id);
  };
}

/** Modules with all that they import, and that those import, at once. */
function importedBy(entries: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...entries];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
