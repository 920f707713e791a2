import { searchWords } from '@/components/list/searchWords';
import type { ListAddress } from '@/components/list/useListAddress';

/** Whether a search says something of the state itself. */
export function hasStateTerm(text: string): boolean {
  return searchWords(text).some(({ key }) => key === 'state');
}

/** A search without what it says of the state. */
export function withoutStateTerms(text: string): string {
  return searchWords(text)
    .filter(({ key }) => key !== 'state')
    .map((word) => word.text)
    .join(' ');
}

/**
 * Either the search says which states are meant, or the chip that is chosen does: where the search does no chip counts, and a
 * chip that is chosen then takes the place of what the search says.
 */
export function withOneState(address: ListAddress): ListAddress {
  if (!hasStateTerm(address.q ?? '')) return address;
  return {
    ...address,
    state: undefined,
    setState: (state = '') => {
      address.set({ q: withoutStateTerms(address.text), state });
    },
  };
}
