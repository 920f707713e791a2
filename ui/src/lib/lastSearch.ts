import { tabStorage } from './tabStorage';

/** Remembers how a list was filtered, for the way back to it. */
export function rememberSearch(path: string, search: string): void {
  tabStorage.set(keyOf(path), search);
}

/** The address of a list, filtered as it was when it was last seen in this tab. */
export function withLastSearch(path: string): string {
  return path + (tabStorage.get(keyOf(path)) ?? '');
}

function keyOf(path: string): string {
  return `search.${path}`;
}
