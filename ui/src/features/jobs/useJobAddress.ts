import { useSearchParams } from 'react-router';
import type { JobFilter } from '@/api/keys';
import { NO_SETTINGS, putSettings, type ListSettings } from '@/components/list/settings';
import { useListAddress, type ListAddress } from '@/components/list/useListAddress';
import { JOB_STATES } from '@/domain/jobStates';
import { useChangeSearch } from '@/lib/useChangeSearch';
import { FILTERS, filtersIn, termsOf, type JobFilterName, type JobFilters } from './filterTerms';

/** What the list of jobs shows, as it stands in the address. */
export interface JobAddress extends ListAddress {
  filter: JobFilter;
  /** The same without a state. */
  filters: JobFilters;
  setFilter: (name: JobFilterName, value: string | undefined) => void;
}

/**
 * Reads the address of the list of jobs. Where nothing is asked for, parts are left out: each whole tells of its own.
 *
 * @param view what it shows where the address does not say
 */
export function useJobAddress(view?: ListSettings): JobAddress {
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const begun = filtersIn(view?.q ?? '');
  const address = useListAddress(view && { ...view, q: '' });
  const filters = filtersSaid(search, begun);
  const state = Object.keys(JOB_STATES).find((known) => known === address.state);
  const asked: JobFilter = { state: state as JobFilter['state'], ...filters };
  const active = Object.values(asked).some((value) => value !== undefined);
  return {
    ...address,
    q: undefined,
    state,
    active,
    settings: { ...address.settings, q: termsOf(filters) },
    view: view && { ...view, q: termsOf(begun) },
    filters,
    filter: active ? asked : { wholes: 'true' },
    setFilter: (name, value) => {
      changeSearch((next) => {
        putFilter(next, name, value, begun);
      });
    },
    clear: () => {
      changeSearch((next) => {
        putSettings(next, { state: '' }, view ?? NO_SETTINGS);
        for (const name of FILTERS) putFilter(next, name, undefined, begun);
      });
    },
  };
}

/** What an address says, of which an empty value takes away what the view says. */
function filtersSaid(search: URLSearchParams, view: JobFilters): JobFilters {
  const said = FILTERS.map((name) => {
    const value = search.get(name) ?? view[name];
    return [name, value === '' ? undefined : value];
  });
  return Object.fromEntries(said) as JobFilters;
}

function putFilter(
  search: URLSearchParams,
  name: JobFilterName,
  value: string | undefined,
  view: JobFilters,
): void {
  if (value === view[name]) search.delete(name);
  else search.set(name, value ?? '');
}
