import { createContext, use, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { KeyboardEvent } from 'react';
import { cx } from '@/lib/cx';
import { IconButton } from '../Button';
import { Icon, type IconName } from '../icons';

const MenuContext = createContext<() => void>(() => undefined);

const ITEMS = '[role^=menuitem]';

/**
 * A button with a menu, as the ARIA practices have it: arrow keys, Home, End and first letters move, Escape closes and gives the
 * focus back. What is in it stays mounted while it is closed, so that a question that an item raised outlives the menu.
 */
export function ActionMenu({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [entered, setEntered] = useState<'first' | 'last'>();
  const open = entered !== undefined;
  const items = () => Array.from(box.current?.querySelectorAll<HTMLElement>(ITEMS) ?? []);
  const button = () => box.current?.querySelector<HTMLElement>('[aria-haspopup]');

  useEffect(() => {
    if (!entered) return;
    const all = Array.from(box.current?.querySelectorAll<HTMLElement>(ITEMS) ?? []);
    all.at(entered === 'first' ? 0 : -1)?.focus();
  }, [entered]);

  const close = () => {
    setEntered(undefined);
    button()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (!open || at < 0) {
      if (event.target !== button() || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
      event.preventDefault();
      setEntered(event.key === 'ArrowDown' ? 'first' : 'last');
      return;
    }
    if (event.key === 'Escape' || event.key === 'Tab') {
      // a Tab goes on from the button
      if (event.key === 'Escape') event.preventDefault();
      close();
      return;
    }
    const next = itemFor(event.key, all, at);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // Keys are those of the button and the items in it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      className="relative"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setEntered(undefined);
      }}
    >
      <IconButton
        icon="more"
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        className="size-9 border border-line-strong bg-surface shadow-control"
        onClick={() => {
          setEntered(open ? undefined : 'first');
        }}
      />
      <div
        id={id}
        role="menu"
        aria-label={label}
        hidden={!open}
        className="absolute top-full right-0 z-20 mt-1.5 max-h-[min(28rem,70dvh)] w-max max-w-[min(20rem,calc(100vw-2rem))] min-w-52 scroll-quiet overflow-y-auto rounded-panel border border-line bg-raised p-1.5 shadow-raised"
      >
        <MenuContext value={close}>{children}</MenuContext>
      </div>
    </div>
  );
}

function itemFor(key: string, all: HTMLElement[], at: number): HTMLElement | undefined {
  const round = (index: number) => all[(index + all.length) % all.length];
  switch (key) {
    case 'ArrowDown':
      return round(at + 1);
    case 'ArrowUp':
      return round(at - 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return key.length === 1 && key !== ' ' ? beginsWith(key, all, at) : undefined;
  }
}

function beginsWith(letter: string, all: HTMLElement[], at: number): HTMLElement | undefined {
  const from = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return from.find((item) =>
    item.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()),
  );
}

/** Something to do. What can't be done at the moment can be reached all the same, and says why. */
export function Action({
  icon,
  harmful = false,
  unavailable,
  children,
  onChoose,
}: {
  icon?: IconName;
  harmful?: boolean;
  /** Why it can't be done; undefined where it can. */
  unavailable?: string | undefined;
  children: ReactNode;
  onChoose: () => void;
}) {
  const close = use(MenuContext);
  const id = useId();
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={unavailable !== undefined || undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={unavailable === undefined ? undefined : `${id}-why`}
      onClick={() => {
        if (unavailable !== undefined) return;
        close();
        onChoose();
      }}
      className={cx(
        'flex min-h-9 w-full items-center gap-2.5 rounded-control px-2.5 py-1.5 text-left hover:bg-sunken focus:bg-sunken focus:outline-none focus-visible:outline-2 focus-visible:-outline-offset-2',
        harmful && unavailable === undefined && 'text-fail',
      )}
    >
      <span className="size-4.5">{icon && <Icon name={icon} className="size-4.5" />}</span>
      <span className="min-w-0">
        <span
          id={`${id}-label`}
          className={cx('block', unavailable !== undefined && 'text-ink-faint')}
        >
          {children}
        </span>
        {unavailable !== undefined && (
          <span id={`${id}-why`} className="block text-sm text-ink-faint">
            {unavailable}
          </span>
        )}
      </span>
    </button>
  );
}

/** A line between what belongs together and the next. */
export function ActionSeparator() {
  return <hr className="mx-1 my-1.5 border-line" />;
}
