import { useSearchParams } from 'react-router';
import type { JobFilter } from '@/api/keys';
import { useListAddress, type ListAddress } from '@/components/list/useListAddress';
import { JOB_STATES } from '@/domain/jobStates';
import { useChangeSearch } from '@/lib/useChangeSearch';

/** What a list of jobs can be narrowed to besides a state. */
const FILTERS = ['kind', 'subject', 'parent'] as const;

export type JobFilterName = (typeof FILTERS)[number];

/** What the list of jobs shows, as it stands in the address. */
export interface JobAddress extends ListAddress {
  filter: JobFilter;
  setFilter: (name: JobFilterName, value: string | undefined) => void;
}

/** Where nothing is asked for, parts are left out: each whole tells of its own. */
export function useJobAddress(): JobAddress {
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const address = useListAddress();
  const state = Object.keys(JOB_STATES).find((known) => known === address.state);
  const asked: JobFilter = {
    state: state as JobFilter['state'],
    kind: search.get('kind') ?? undefined,
    subject: search.get('subject') ?? undefined,
    parent: search.get('parent') ?? undefined,
  };
  const active = Object.values(asked).some((value) => value !== undefined);
  return {
    ...address,
    q: undefined,
    state,
    active,
    filter: active ? asked : { wholes: 'true' },
    setFilter: (name, value) => {
      changeSearch((next) => {
        if (value === undefined) next.delete(name);
        else next.set(name, value);
      });
    },
    clear: () => {
      changeSearch((next) => {
        for (const name of ['state', ...FILTERS]) next.delete(name);
      });
    },
  };
}
