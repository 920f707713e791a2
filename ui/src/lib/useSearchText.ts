import { useEffect, useEffectEvent, useState } from 'react';
import { NavigationType, useLocation, useNavigationType, useSearchParams } from 'react-router';
import { useChangeSearch } from './useChangeSearch';

const TYPING_PAUSE_MILLIS = 200;

/**
 * A text that is typed, and that stands in the address under this name once the reader has stopped typing. The input
 * shows what was typed and never waits for the router, whose transitions may be slow; only a navigation of another kind
 * (back, a link to here) changes what it shows.
 *
 * @param usual what it is where the address does not say
 */
export function useSearchText(name: string, usual = '') {
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const navigation = useNavigationType();
  const { key, pathname } = useLocation();
  const settled = search.get(name) ?? usual;
  const [text, setText] = useState(settled);
  const [seen, setSeen] = useState({ key, usual });
  if (key !== seen.key || usual !== seen.usual) {
    setSeen({ key, usual });
    if (navigation !== NavigationType.Replace || usual !== seen.usual) setText(settled);
  }

  const settle = useEffectEvent((typed: string) => {
    // The reader may already be on the way to another page, which is not drawn yet.
    if (window.location.pathname !== pathname) return;
    if (typed === (textInAddress(name) ?? usual)) return;
    changeSearch((next) => {
      if (typed === usual) next.delete(name);
      else next.set(name, typed);
    });
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      settle(text);
    }, TYPING_PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);

  return { text, settled, setText };
}

function textInAddress(name: string): string | null {
  return new URLSearchParams(window.location.search).get(name);
}
