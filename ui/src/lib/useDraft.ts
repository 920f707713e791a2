import { useRef, useState } from 'react';
import { tabStorage } from './tabStorage';

export interface Draft<T> {
  values: T;
  /** Changes what it says, or what the function makes of what stands there by then. */
  set: (change: Partial<T> | ((now: T) => Partial<T>)) => void;
  /** It was sent or given up. */
  forget: () => void;
}

/**
 * What is typed into a form. It is kept in this tab under a name until it is sent or given up, so that it outlives the
 * login after a session that has ended, and a reload.
 */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const [values, setValues] = useState<T>(() => ({ ...initial, ...keptDraft<T>(name) }));
  const latest = useRef(values);
  const set: Draft<T>['set'] = (change) => {
    const now = latest.current;
    const next = { ...now, ...(typeof change === 'function' ? change(now) : change) };
    latest.current = next;
    setValues(next);
    if (JSON.stringify(next) === JSON.stringify(initial)) tabStorage.remove(keyOf(name));
    else tabStorage.set(keyOf(name), JSON.stringify(next));
  };
  return {
    values,
    set,
    forget: () => {
      tabStorage.remove(keyOf(name));
    },
  };
}

/** Whether something stands in a form that has not been sent. */
export function hasDraft(name: string): boolean {
  return tabStorage.get(keyOf(name)) !== null;
}

/** Whether something stands in any form whose name begins like this. */
export function hasDrafts(start: string): boolean {
  return tabStorage.keys(keyOf(start)).length > 0;
}

function keptDraft<T>(name: string): Partial<T> {
  const kept = tabStorage.get(keyOf(name));
  return kept === null ? {} : (JSON.parse(kept) as Partial<T>);
}

function keyOf(name: string): string {
  return `draft.${name}`;
}
