/* eslint jsx-a11y/no-redundant-roles: off, jsx-a11y/no-interactive-element-to-noninteractive-role: off,
   jsx-a11y/no-noninteractive-tabindex: off, jsx-a11y/click-events-have-key-events: off,
   jsx-a11y/no-noninteractive-element-interactions: off --
   a display other than `table` takes a table's roles away in some browsers, so they are given explicitly; keys reach a row
   through the list's shortcuts, and a click is the same for a pointer */
import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, type MenuItem } from '@/components/Menu';
import { cx } from '@/lib/cx';
import type { ListColumn } from './column';
import type { Density } from './layout';

/** What the rows of a list have besides their columns. */
export interface RowParts<T> {
  /** What the row is called, for its checkbox and its menu. */
  nameOf: (row: T) => string;
  menu?: ((row: T) => readonly MenuItem[]) | undefined;
}

interface Props<T> {
  row: T;
  index: number;
  place: number;
  columns: readonly ListColumn<T>[];
  density: Density;
  active: boolean;
  reachable: boolean;
  selected: boolean | undefined;
  onSelect: ((id: string, range?: boolean) => void) | undefined;
  onActive: (id: string, how: 'click' | 'focus') => void;
  parts: RowParts<T>;
  measure: (row: HTMLTableRowElement | null) => void;
}

function Row<T extends { id: string }>({
  row,
  index,
  place,
  columns,
  density,
  active,
  reachable,
  selected,
  onSelect,
  onActive,
  parts,
  measure,
}: Props<T>) {
  const { t } = useTranslation();
  const name = parts.nameOf(row);
  const click = (event: MouseEvent<HTMLElement>) => {
    if (isControl(event.target, event.currentTarget)) return;
    if (onSelect && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      window.getSelection()?.removeAllRanges();
      onSelect(row.id, event.shiftKey);
    } else {
      onActive(row.id, 'click');
    }
  };
  return (
    <tr
      ref={measure}
      role="row"
      data-index={index}
      data-row={row.id}
      aria-rowindex={place}
      tabIndex={reachable ? 0 : -1}
      onClick={click}
      onFocus={() => {
        onActive(row.id, 'focus');
      }}
      className={cx(
        'group relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5 border-b border-line py-3.5 transition-colors hover:bg-hover md:table-row md:py-0',
        onSelect ? 'pl-12' : 'pl-4',
        parts.menu ? 'pr-13' : 'pr-4',
        density === 'compact' ? 'md:h-10' : 'md:h-16',
        selected && 'bg-sunken',
        active && 'is-active',
      )}
    >
      {onSelect && (
        <td
          role="cell"
          className="absolute top-3.5 left-4 md:static md:border-b md:border-line md:pr-3 md:pl-5"
        >
          <input
            type="checkbox"
            aria-label={t('list.select', { name })}
            checked={selected ?? false}
            onChange={() => undefined}
            onClick={(event) => {
              onSelect(row.id, event.shiftKey);
            }}
            className="block size-4"
          />
        </td>
      )}
      {columns.map(({ id, label, bare, cell, cellClass = 'col-span-2' }) => (
        <td
          key={id}
          role="cell"
          data-label={bare ? undefined : label}
          className={cx(
            'min-w-0 md:overflow-hidden md:border-b md:border-line md:px-3 md:first:pl-5 md:last:pr-5',
            density === 'compact' ? 'md:py-1' : 'md:py-2.5',
            cellClass,
          )}
        >
          {cell(row)}
        </td>
      ))}
      {parts.menu && (
        <td
          role="cell"
          className="absolute top-2 right-2 md:static md:border-b md:border-line md:pr-3"
        >
          <Menu label={t('list.actionsOf', { name })} items={() => parts.menu?.(row) ?? []} />
        </td>
      )}
    </tr>
  );
}

/** Drawn again only when something of it is another. */
export const ListRow = memo(Row) as typeof Row;

function isControl(target: EventTarget, row: HTMLElement): boolean {
  const control = (target as Element).closest('a, button, input, label, [role=menu]');
  return !!control && row.contains(control);
}
