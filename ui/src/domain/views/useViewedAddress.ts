import { useListAddress, type ListAddress } from '@/components/list/useListAddress';
import { useChosenView, type ChosenView } from './useChosenView';

/**
 * Reads the address of a list that can be saved as a view.
 *
 * @param list under this name the list's views and its reader's preferences are kept: lower case, with the id of whoever
 *   contributes it
 */
export function useViewedAddress(list: string): { address: ListAddress; chosen: ChosenView } {
  const chosen = useChosenView(list);
  return { address: useListAddress(chosen.settings), chosen };
}
