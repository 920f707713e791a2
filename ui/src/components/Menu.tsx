import {
  Fragment,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Icon, type IconName } from './icons';
import { moveFocus } from './menuKeys';
import { Action, MenuContext, MenuSeparator, MenuWay } from './MenuItems';
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
  /** A line sets it and what follows apart from what stands above. */
  apart?: boolean;
} & ({ to: string } | { run: () => void });

/** The same, with a line between them and what stands above. */
export function setApart([first, ...others]: readonly MenuItem[]): MenuItem[] {
  return first ? [{ ...first, apart: true }, ...others] : [];
}

/** How the button looks that has only an icon. */
const PLAIN =
  'inline-grid size-8 shrink-0 place-items-center rounded-control text-ink-faint transition-colors hover:bg-sunken hover:text-ink aria-expanded:bg-sunken';

/**
 * A button with a menu, as the ARIA practices have it: arrow keys, Home, End and first letters move, Escape closes it and gives
 * the focus back, Tab leaves it. Its items are made when it opens. Children stay mounted while it is closed, so that a question
 * that one of them raised outlives the menu.
 */
export function Menu({
  label,
  icon = 'more',
  button,
  className = PLAIN,
  head,
  items,
  children,
}: {
  label: string;
  icon?: IconName;
  /** What the button shows in the place of an icon. */
  button?: ReactNode;
  /** Classes of the button, in the place of those of a plain one. */
  className?: string;
  /** Stands above the items. */
  head?: ReactNode;
  items?: () => readonly MenuItem[];
  children?: ReactNode;
}) {
  const id = useId();
  const { anchor, panel, open, show, hide } = usePopover<HTMLButtonElement, HTMLDivElement>();
  const entered = useRef<'ArrowDown' | 'ArrowUp'>('ArrowDown');
  useLayoutEffect(() => {
    const last = panel.current?.querySelectorAll<HTMLElement>('[role^=menuitem]');
    if (open && entered.current === 'ArrowUp') last?.item(last.length - 1).focus();
  }, [open, panel]);

  const enter = (key: 'ArrowDown' | 'ArrowUp') => {
    entered.current = key;
    show();
  };
  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    enter(event.key);
  };
  const onItemKey = (event: KeyboardEvent<HTMLElement>) => {
    // it goes on from the button
    if (event.key === 'Tab') hide();
    else moveFocus(event);
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          if (open) hide();
          else enter('ArrowDown');
        }}
        onKeyDown={onButtonKey}
        className={className}
      >
        {button ?? <Icon name={icon} className="size-4.5" />}
      </button>
      {(open || children !== undefined) && (
        <div
          ref={panel}
          popover="auto"
          className="fixed m-0 max-h-[min(30rem,85dvh)] w-max max-w-[min(20rem,calc(100vw-1rem))] min-w-52 scroll-quiet overflow-y-auto rounded-panel border border-line bg-raised text-ink shadow-raised"
        >
          {head}
          <div
            id={id}
            role="menu"
            tabIndex={-1}
            aria-label={label}
            onKeyDown={onItemKey}
            className="p-1.5"
          >
            <MenuContext value={hide}>
              {open &&
                items?.().map((item, index) => (
                  <Fragment key={item.id}>
                    {item.apart && index > 0 && <MenuSeparator />}
                    <Item item={item} />
                  </Fragment>
                ))}
              {children}
            </MenuContext>
          </div>
        </div>
      )}
    </>
  );
}

function Item({ item }: { item: MenuItem }) {
  const { label, icon, danger, unavailable } = item;
  if ('to' in item && unavailable === undefined) {
    return (
      <MenuWay icon={icon} to={item.to}>
        {label}
      </MenuWay>
    );
  }
  return (
    <Action
      icon={icon}
      harmful={danger}
      unavailable={unavailable}
      onChoose={'run' in item ? item.run : () => undefined}
    >
      {label}
    </Action>
  );
}
