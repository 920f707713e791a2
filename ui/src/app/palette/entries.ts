import type { IconName } from '@/components/icons';
import { tabStorage } from '@/lib/tabStorage';

export type EntryGroup = 'recent' | 'pages' | 'actions' | 'machines';

/** Something that the palette offers. */
export interface Entry {
  /** Unique, and the same the next time. */
  id: string;
  group: EntryGroup;
  icon: IconName;
  label: string;
  aside?: string;
  way: { to: string } | { run: () => void };
}

/** What was chosen. A machine can be offered again without asking for it. */
interface Remembered {
  id: string;
  label?: string;
  to?: string;
}

const MOST_REMEMBERED = 8;

/** Those that hold every word that was typed, whatever its case and accents. */
export function matching(entries: readonly Entry[], text: string): Entry[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return entries.filter(({ label }) => words.every((word) => plain(label).includes(word)));
}

/** What was chosen last comes first; the rest stays as it is. */
export function recentFirst(entries: readonly Entry[], recent: readonly string[]): Entry[] {
  const place = ({ id }: Entry) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return [...entries].sort((one, other) => place(one) - place(other));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** What somebody chose in this tab, the last one first. A logout forgets it. */
export function recentOf(userId: string): Remembered[] {
  const kept = tabStorage.get(keyOf(userId));
  return kept === null ? [] : (JSON.parse(kept) as Remembered[]);
}

export function remember(userId: string, { id, label, way }: Entry): void {
  const own: Remembered = 'to' in way && id.startsWith('vm ') ? { id, label, to: way.to } : { id };
  const others = recentOf(userId).filter((one) => one.id !== id);
  const all = [own, ...others].slice(0, MOST_REMEMBERED);
  tabStorage.set(keyOf(userId), JSON.stringify(all));
}

function keyOf(userId: string): string {
  return `recent.${userId}`;
}
