import type { ReactNode } from 'react';
import { Menu, type MenuItem } from '../Menu';

/** The menu of a page about one thing. */
export function ActionMenu({
  label,
  items,
  children,
}: {
  label: string;
  items?: () => readonly MenuItem[];
  children?: ReactNode;
}) {
  return (
    <Menu
      label={label}
      {...(items && { items })}
      className="inline-grid size-9 shrink-0 place-items-center rounded-control border border-line-strong bg-surface text-ink-faint shadow-control transition-colors hover:bg-sunken hover:text-ink aria-expanded:bg-sunken"
    >
      {children}
    </Menu>
  );
}
