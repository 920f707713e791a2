import { startTransition, useLayoutEffect, useState, type ReactNode } from 'react';
import { Router } from 'react-router';
import { NavigationsContext } from './context';
import { Navigations } from './navigations';
import { restoreScroll, saveScroll, useOwnScroll } from './scroll';

/** Draws the page for the address that the browser shows. */
export function PageRouter({ children }: { children: ReactNode }) {
  const [navigations] = useState(() => new Navigations());
  const [place, setPlace] = useState(navigations.now);
  useLayoutEffect(
    () =>
      navigations.listen((next, before) => {
        saveScroll(before);
        startTransition(() => {
          setPlace(next);
        });
      }),
    [navigations],
  );
  useOwnScroll(navigations);
  useLayoutEffect(() => {
    restoreScroll(place);
  }, [place]);
  return (
    <NavigationsContext value={navigations}>
      <Router location={place.location} navigationType={place.action} navigator={navigations}>
        {children}
      </Router>
    </NavigationsContext>
  );
}
