import { useSearchParams } from 'react-router';
import { useChangeSearch } from '@/lib/useChangeSearch';
import { useSearchText } from '@/lib/useSearchText';

/** What a list shows, as it stands in the address: it can be reloaded, shared and gone back to. */
export interface ListAddress {
  /** What is typed into the search, at once. */
  text: string;
  /** What is searched for: the text once its reader has stopped typing. */
  q: string | undefined;
  state: string | undefined;
  /** The order, as `sort=` of the server names it: `name`, `-createdAt`. */
  sort: string | undefined;
  /** Whether anything is left out. */
  active: boolean;
  setText: (text: string) => void;
  setState: (state: string | undefined) => void;
  setSort: (sort: string | undefined) => void;
  clear: () => void;
}

export function useListAddress(): ListAddress {
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const { text, settled, setText } = useSearchText('q');
  const q = settled.trim() === '' ? undefined : settled.trim();
  const state = search.get('state') ?? undefined;
  const sort = search.get('sort') ?? undefined;
  const put = (name: string, value: string | undefined) => {
    changeSearch((next) => {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    });
  };
  return {
    text,
    q,
    state,
    sort,
    active: q !== undefined || state !== undefined,
    setText,
    setState: (next) => {
      put('state', next);
    },
    setSort: (next) => {
      put('sort', next);
    },
    clear: () => {
      setText('');
      changeSearch((next) => {
        next.delete('q');
        next.delete('state');
      });
    },
  };
}
