import { useEffect } from 'react';
import { NavigationType } from 'react-router';
import type { Navigations, Place } from './navigations';

const STORAGE_KEY = 'obox.scroll';

/** How far each place in the history of this tab was scrolled. */
type Scrolled = Record<string, number>;

/** Remembers how far the window is scrolled at a place, for the way back to it. */
export function saveScroll({ location }: Place): void {
  write({ ...read(), [location.key]: window.scrollY });
}

/** Scrolls as a browser does from one document to another: to where it was on the way back, else to the top or to what is named. */
export function restoreScroll({ location, action, keepsScroll }: Place): void {
  const before = action === NavigationType.Pop ? read()[location.key] : undefined;
  const named = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  if (before !== undefined) window.scrollTo(0, before);
  else if (named) named.scrollIntoView();
  else if (!keepsScroll) window.scrollTo(0, 0);
}

/** The page scrolls by itself as long as it is there: the browser would do it before anything is drawn. */
export function useOwnScroll(navigations: Navigations): void {
  useEffect(() => {
    const leave = () => {
      saveScroll(navigations.now);
      window.history.scrollRestoration = 'auto';
    };
    window.history.scrollRestoration = 'manual';
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.history.scrollRestoration = 'auto';
    };
  }, [navigations]);
}

function read(): Scrolled {
  try {
    return JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}') as Scrolled;
  } catch {
    return {};
  }
}

function write(scrolled: Scrolled): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(scrolled));
  } catch {
    return;
  }
}
