import { useEffect, useEffectEvent, useState } from 'react';
import { NavigationType, useLocation, useNavigationType, useSearchParams } from 'react-router';
import { useChangeSearch } from './useChangeSearch';

const TYPING_PAUSE_MILLIS = 200;

/**
 * A text that is typed, and that stands in the address under this name once the reader has stopped typing. The input
 * shows what was typed and never waits for the router, whose transitions may be slow; only a navigation of another kind
 * (back, a link to here) changes what it shows.
 */
export function useSearchText(name: string) {
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const navigation = useNavigationType();
  const { key, pathname } = useLocation();
  const settled = search.get(name) ?? '';
  const [text, setText] = useState(settled);
  const [seenKey, setSeenKey] = useState(key);
  if (key !== seenKey) {
    setSeenKey(key);
    if (navigation !== NavigationType.Replace) setText(settled);
  }

  const settle = useEffectEvent((typed: string) => {
    // The reader may already be on the way to another page, which is not drawn yet.
    if (window.location.pathname !== pathname || typed === textInAddress(name)) return;
    changeSearch((next) => {
      if (typed === '') next.delete(name);
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

function textInAddress(name: string): string {
  return new URLSearchParams(window.location.search).get(name) ?? '';
}
