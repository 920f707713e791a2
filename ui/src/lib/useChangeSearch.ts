import { useSearchParams } from 'react-router';

/**
 * Changes what the address says after its question mark. That is read from the browser: the router tells what is drawn,
 * which on a slow page is older than the last change.
 */
export function useChangeSearch(): (change: (search: URLSearchParams) => void) => void {
  const [, setSearch] = useSearchParams();
  return (change) => {
    const search = new URLSearchParams(window.location.search);
    change(search);
    setSearch(search, { replace: true });
  };
}
