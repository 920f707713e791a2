import type { ListParts } from '@/components/list/parts';
import { ListPage } from '@/components/list/ListPage';
import { ListViews } from './ListViews';
import { NoSuchView } from './NoSuchView';
import type { ChosenView } from './useChosenView';

/** A list that can be saved as its reader sees it, for themselves or for everybody. */
export function ViewedListPage<T extends { id: string }>({
  all,
  chosen,
  ...parts
}: Omit<ListParts<T>, 'views'> & {
  /** What the list is called where no view is chosen. */
  all: string;
  /** The view that its address names, which its `address` begins with. */
  chosen: ChosenView;
}) {
  const { id, rows, address, notices } = parts;
  return (
    <ListPage
      {...parts}
      rows={chosen.ready ? rows : { ...rows, data: undefined }}
      views={(layout) => (
        <ListViews list={id} all={all} chosen={chosen} address={address} layout={layout} />
      )}
      notices={
        <>
          {notices}
          {chosen.missing && <NoSuchView />}
        </>
      }
    />
  );
}
