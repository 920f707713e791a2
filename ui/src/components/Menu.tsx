import type { KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { cx } from '@/lib/cx';
import { Icon, type IconName } from './icons';
import { usePopover } from './usePopover';

/** Something that a menu offers: a place to go to, or something to do. */
export type MenuItem = {
  id: string;
  label: string;
  icon?: IconName;
  /** What takes something away. */
  danger?: boolean;
  /** Why it can't be done at the moment. */
  unavailable?: string | undefined;
} & ({ to: string } | { run: () => void });

/** A button with a menu. Arrow keys move in it; its items are made when it opens. */
export function Menu({
  label,
  icon = 'more',
  items,
  className,
}: {
  label: string;
  icon?: IconName;
  items: () => readonly MenuItem[];
  className?: string;
}) {
  const { anchor, panel, open, show, hide } = usePopover<HTMLButtonElement, HTMLDivElement>();
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={open ? hide : show}
        className={cx(
          'inline-grid size-8 shrink-0 place-items-center rounded-control text-ink-faint transition-colors hover:bg-sunken hover:text-ink aria-expanded:bg-sunken',
          className,
        )}
      >
        <Icon name={icon} className="size-4.5" />
      </button>
      {open && (
        <div
          ref={panel}
          popover="auto"
          role="menu"
          tabIndex={-1}
          aria-label={label}
          onKeyDown={moveFocus}
          className="fixed m-0 min-w-48 rounded-control border border-line bg-raised p-1 text-ink shadow-raised"
        >
          {items().map((item) => (
            <Item key={item.id} item={item} hide={hide} />
          ))}
        </div>
      )}
    </>
  );
}

function Item({ item, hide }: { item: MenuItem; hide: () => void }) {
  const navigate = useNavigate();
  const choose = () => {
    if (item.unavailable) return;
    hide();
    if ('to' in item) void navigate(item.to);
    else item.run();
  };
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={item.unavailable ? true : undefined}
      title={item.unavailable}
      onClick={choose}
      className={cx(
        'flex h-8 w-full items-center gap-2.5 rounded-md px-2.5 text-left whitespace-nowrap hover:bg-hover focus:bg-sunken aria-disabled:opacity-45',
        item.danger && 'text-fail',
      )}
    >
      {item.icon && <Icon name={item.icon} className="size-4.5" />}
      {item.label}
    </button>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[next % items.length]?.focus();
}
