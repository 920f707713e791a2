import { tabStorage } from '@/lib/tabStorage';

export type ChoiceName = 'theme' | 'language';

/** Notes that somebody has chosen here. Without a login that can't be kept yet, and is more than what was kept before. */
export function noteChosen(name: ChoiceName): void {
  tabStorage.set(keyOf(name), 'here');
}

export function isChosen(name: ChoiceName): boolean {
  return tabStorage.get(keyOf(name)) !== null;
}

export function forgetChosen(name: ChoiceName): void {
  tabStorage.remove(keyOf(name));
}

function keyOf(name: ChoiceName): string {
  return `chosen.${name}`;
}
