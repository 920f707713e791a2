import type { RefObject } from 'react';
import { LayoutPanel } from './LayoutPanel';
import type { useListLayout } from './layout';
import type { ListParts } from './parts';
import { SearchBar } from './SearchBar';
import { StateChips } from './StateChips';

/** The search of a list with what stands beside it, and the states below. */
export function ListToolbar<T>({
  parts: { columns, address, search: said, states, tools },
  layout,
  onLayout,
  search,
}: {
  parts: ListParts<T>;
  layout: ReturnType<typeof useListLayout>['layout'];
  onLayout: ReturnType<typeof useListLayout>['change'];
  search: RefObject<HTMLInputElement | null>;
}) {
  return (
    <div className="mb-4 space-y-2">
      <div className="flex items-start gap-2">
        {said && (
          <SearchBar
            ref={search}
            label={said.label}
            placeholder={said.placeholder}
            keys={said.keys}
            error={said.error}
            text={address.text}
            onText={address.setText}
          />
        )}
        <div className="ml-auto flex items-center gap-2">
          {tools}
          <LayoutPanel
            columns={columns}
            layout={layout}
            onLayout={onLayout}
            sort={address.sort}
            onSort={address.setSort}
          />
        </div>
      </div>
      {states && (
        <StateChips
          label={states.label}
          states={states.options}
          total={states.total}
          value={states.searched ? null : address.state}
          onChange={address.setState}
        />
      )}
    </div>
  );
}
