import { useEffect, useEffectEvent } from 'react';
import { useListPreferences } from './preferences';

/** What keys do in a list, each while nothing is typed anywhere. */
export type Shortcuts = Partial<Record<string, () => void>>;

/**
 * Listens to keys on the whole page; not in what takes letters itself, nor below a dialog or a menu. Single letters do nothing
 * for those who have turned them off.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const { shortcuts: letters } = useListPreferences();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (takesKey(event) || document.querySelector('dialog[open], :popover-open')) return;
    const act = shortcuts[event.key];
    if (!act || (event.key.length === 1 && !letters)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, []);
}

/** Whether what has the focus does something with the key itself. */
function takesKey({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (key === 'Enter') return !target.matches('tr, body, main');
  return target.matches(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]',
  );
}
