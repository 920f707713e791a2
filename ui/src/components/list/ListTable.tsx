/* eslint jsx-a11y/no-redundant-roles: off, jsx-a11y/no-interactive-element-to-noninteractive-role: off --
   a display other than `table` takes a table's roles away in some browsers, so they are given explicitly */
import { useTranslation } from 'react-i18next';
import { cx } from '@/lib/cx';
import type { ListColumn } from './column';
import type { Density } from './layout';
import { ListHead } from './ListHead';
import { ListRow, type RowParts } from './ListRow';
import type { Selection } from './useSelection';
import { useVirtualRows } from './useVirtualRows';

const HEAD_ROWS = 1;

/**
 * The rows of a list, of which only those in sight exist. For screen readers it is a table of all its rows: each says which one
 * it is. On a small screen the rows are cards.
 */
export function ListTable<T extends { id: string }>({
  label,
  columns,
  rows,
  total,
  density,
  sort,
  onSort,
  selection,
  active,
  onActive,
  parts,
  more,
}: {
  label: string;
  columns: readonly ListColumn<T>[];
  rows: readonly T[];
  /** How many there are with those that are not loaded; undefined where nobody knows. */
  total: number | undefined;
  density: Density;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  selection: Selection | undefined;
  /** The place of the row that keys act on; -1 for none. */
  active: number;
  onActive: (id: string, how: 'click' | 'focus') => void;
  parts: RowParts<T>;
  more: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { table, shown, measure } = useVirtualRows({ rows, density, active, more });
  const span = columns.length + (selection ? 1 : 0) + (parts.menu ? 1 : 0);
  return (
    <table
      ref={table}
      role="table"
      aria-label={label}
      aria-rowcount={total === undefined ? -1 : total + HEAD_ROWS}
      className={cx(
        'group/list block w-full border-separate border-spacing-0 md:table md:table-fixed',
        density === 'compact' && 'is-compact',
      )}
    >
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <ListHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          selection={selection}
          rows={rows}
          menu={parts.menu ? t('list.rowActions') : undefined}
        />
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group">
        {shown.map((piece) =>
          'gap' in piece ? (
            <tr key={piece.key} aria-hidden="true" className="block md:table-row">
              <td
                colSpan={span}
                className="block p-0 md:table-cell"
                style={{ height: piece.gap }}
              />
            </tr>
          ) : (
            <ListRow
              key={piece.row.id}
              row={piece.row}
              index={piece.index}
              place={piece.index + HEAD_ROWS + 1}
              columns={columns}
              density={density}
              active={piece.index === active}
              reachable={piece.index === Math.max(active, 0)}
              selected={selection?.has(piece.row.id)}
              onSelect={selection?.toggle}
              onActive={onActive}
              parts={parts}
              measure={measure}
            />
          ),
        )}
      </tbody>
    </table>
  );
}
