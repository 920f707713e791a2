/* eslint jsx-a11y/no-redundant-roles: off, jsx-a11y/no-interactive-element-to-noninteractive-role: off --
   a display other than `table` takes a table's roles away in some browsers, so they are given explicitly */
import { useTranslation } from 'react-i18next';
import { Icon } from '@/components/icons';
import { cx } from '@/lib/cx';
import type { ListColumn } from './column';
import { nextSort, sortedBy } from './sorting';
import type { Selection } from './useSelection';

const HEAD =
  'h-10 border-b border-line bg-surface px-3 font-medium first:pl-5 last:pr-3 md:sticky md:top-(--frame,var(--bar)) md:z-1';

/** The heads of the columns; those that the server sorts by are buttons. */
export function ListHead<T extends { id: string }>({
  columns,
  sort,
  onSort,
  selection,
  rows,
  menu,
}: {
  columns: readonly ListColumn<T>[];
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  selection: Selection | undefined;
  rows: readonly T[];
  menu: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <tr role="row" aria-rowindex={1} className="text-left text-sm text-ink-faint">
      {selection && (
        <th role="columnheader" scope="col" className={cx(HEAD, 'md:w-12')}>
          <SelectLoaded selection={selection} rows={rows} label={t('list.selectLoaded')} />
        </th>
      )}
      {columns.map((column) => (
        <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
      ))}
      {menu && (
        <th role="columnheader" scope="col" className={cx(HEAD, 'md:w-14')}>
          <span className="sr-only">{menu}</span>
        </th>
      )}
    </tr>
  );
}

const WORDS = { ascending: 'list.sortedUp', descending: 'list.sortedDown' } as const;

function ColumnHead<T>({
  column,
  sort,
  onSort,
}: {
  column: ListColumn<T>;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const direction = sortedBy(column, sort);
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={direction}
      style={{ width: column.width }}
      className={cx(HEAD, column.headClass)}
    >
      {column.sort === undefined ? (
        <span className={column.unlabelled ? 'sr-only' : 'block truncate'}>{column.label}</span>
      ) : (
        <button
          type="button"
          title={direction && t(WORDS[direction])}
          onClick={() => {
            onSort(nextSort(column, sort));
          }}
          className={cx(
            'group/sort -mx-1.5 inline-flex h-7 max-w-full items-center gap-1 rounded-md px-1.5 hover:bg-sunken hover:text-ink',
            direction && 'text-ink',
          )}
        >
          <span className="truncate">{column.label}</span>
          <Icon
            name={direction === 'descending' ? 'arrowDown' : 'arrowUp'}
            className={cx(
              'size-3.5',
              !direction &&
                'opacity-0 group-hover/sort:opacity-50 group-focus-visible/sort:opacity-50',
            )}
          />
        </button>
      )}
    </th>
  );
}

function SelectLoaded({
  selection,
  rows,
  label,
}: {
  selection: Selection;
  rows: readonly { id: string }[];
  label: string;
}) {
  const { selected } = selection;
  const some = selected.all || selected.ids.size > 0;
  const all = selected.all || (some && selected.ids.size >= rows.length);
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={all}
      ref={(box) => {
        if (box) box.indeterminate = some && !all;
      }}
      onChange={some ? selection.clear : selection.selectLoaded}
      className="block size-4"
    />
  );
}
