const NAMES = ['q', 'state', 'sort', 'columns', 'density'] as const;

type Setting = (typeof NAMES)[number];

/** What a list shows, and how, each as it stands in an address; empty where it is left open. */
export type ListSettings = Readonly<Record<Setting, string>>;

export const NO_SETTINGS: ListSettings = { q: '', state: '', sort: '', columns: '', density: '' };

/** What an address says; where it says nothing, what the view says that it begins with. */
export function settingsIn(search: URLSearchParams, view: ListSettings): ListSettings {
  const said = NAMES.map((name) => [name, search.get(name) ?? view[name]]);
  return Object.fromEntries(said) as ListSettings;
}

/** Has an address say something else. What the view says anyway does not stand in it. */
export function putSettings(
  search: URLSearchParams,
  changed: Partial<ListSettings>,
  view: ListSettings,
): void {
  for (const name of NAMES) {
    const value = changed[name];
    if (value === view[name]) search.delete(name);
    else if (value !== undefined) search.set(name, value);
  }
}

export function differ(some: ListSettings, others: ListSettings): boolean {
  return NAMES.some((name) => some[name] !== others[name]);
}
