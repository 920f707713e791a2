/* eslint jsx-a11y/no-redundant-roles: off, jsx-a11y/no-interactive-element-to-noninteractive-role: off --
   a display other than `table` takes a table's roles away in some browsers, so they are given explicitly */
import type { ReactNode } from 'react';
import { cx } from '@/lib/cx';

/**
 * A table that becomes a list of cards on a small screen: rows turn into grids, the header hides from view but
 * not from screen readers. Explicit roles keep the table a table for them although its display changes.
 */
export function Table({
  label,
  head,
  children,
}: {
  label: string;
  head: ReactNode;
  children: ReactNode;
}) {
  return (
    <table role="table" aria-label={label} className="block w-full border-collapse md:table">
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row" className="text-left text-sm text-ink-faint">
          {head}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group">
        {children}
      </tbody>
    </table>
  );
}

export function HeadCell({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <th
      role="columnheader"
      scope="col"
      className={cx('h-10 border-b border-line px-3 font-medium first:pl-5 last:pr-5', className)}
    >
      {children}
    </th>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return (
    <tr
      role="row"
      className="group relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5 border-b border-line px-4 py-3.5 transition-colors last:border-0 hover:bg-hover md:table-row md:h-16 md:px-0 md:py-0"
    >
      {children}
    </tr>
  );
}

export function Cell({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <td
      role="cell"
      className={cx(
        'min-w-0 md:border-line md:px-3 md:py-2.5 md:group-not-last:border-b md:first:pl-5 md:last:pr-5',
        className,
      )}
    >
      {children}
    </td>
  );
}
