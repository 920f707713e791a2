import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '@/lib/cx';
import { Icon, type IconName } from './icons';

const ITEMS = '[role^=menuitem]:not([aria-disabled=true])';

/**
 * A button that opens a menu, as the ARIA practices describe it: arrow keys, Home and End move, a letter goes to the next
 * item that begins with it, Escape closes it and gives the focus back, Tab leaves it.
 */
export function ChoiceMenu({
  label,
  button,
  buttonClass,
  head,
  children,
}: {
  label: string;
  button: ReactNode;
  buttonClass?: string;
  /** Stands above the items. */
  head?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const first = useRef<'first' | 'last'>('first');

  useEffect(() => {
    if (open)
      items(list.current)
        .at(first.current === 'first' ? 0 : -1)
        ?.focus();
  }, [open]);
  useCloseOutside(open, frame, () => {
    setOpen(false);
  });

  const show = (end: 'first' | 'last') => {
    first.current = end;
    setOpen(true);
  };
  const close = () => {
    trigger.current?.focus();
    setOpen(false);
  };
  return (
    <div ref={frame} className="relative">
      <button
        ref={trigger}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={label}
        className={buttonClass}
        onClick={() => {
          if (open) setOpen(false);
          else show('first');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {button}
      </button>
      {open && (
        <div className="absolute top-full right-0 z-30 mt-2 w-64 animate-enter rounded-panel border border-line bg-raised py-1.5 shadow-raised">
          {head}
          <div
            ref={list}
            id={id}
            role="menu"
            tabIndex={-1}
            aria-label={label}
            onKeyDown={(event) => {
              if (event.key === 'Escape') close();
              else if (event.key === 'Tab') setOpen(false);
              else moveFocus(event);
            }}
            onClick={(event) => {
              const item = (event.target as Element).closest('[role^=menuitem]');
              if (item?.getAttribute('role') === 'menuitem') close();
            }}
          >
            {children}
          </div>
        </div>
      )}
    </div>
  );
}

const ITEM =
  'flex h-9 w-full items-center gap-2.5 px-4 text-left text-ink-soft outline-none hover:bg-hover hover:text-ink focus:bg-sunken focus:text-ink';

export function MenuWay({
  icon,
  children,
  ...way
}: { icon: IconName; children: ReactNode } & ({ to: string } | { onClick: () => void })) {
  const content = (
    <>
      <Icon name={icon} className="size-4.5" />
      {children}
    </>
  );
  return 'to' in way ? (
    <Link role="menuitem" tabIndex={-1} to={way.to} className={ITEM}>
      {content}
    </Link>
  ) : (
    <button type="button" role="menuitem" tabIndex={-1} onClick={way.onClick} className={ITEM}>
      {content}
    </button>
  );
}

/** One of several; the menu stays open, so that the choice is seen. */
export function MenuChoice<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: { value: T; label: string; lang?: string }[];
  value: T;
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="my-1.5 border-y border-line py-1.5">
      <p id={id} className="px-4 py-1 text-xs font-medium text-ink-faint">
        {label}
      </p>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={option.value === value}
          lang={option.lang}
          onClick={() => {
            onChange(option.value);
          }}
          className={ITEM}
        >
          <Icon name="check" className={cx('size-4.5', option.value !== value && 'invisible')} />
          {option.label}
        </button>
      ))}
    </div>
  );
}

function items(list: HTMLElement | null): HTMLElement[] {
  return Array.from(list?.querySelectorAll<HTMLElement>(ITEMS) ?? []);
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const all = items(event.currentTarget);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = {
    ArrowDown: all[(at + 1) % all.length],
    ArrowUp: all.at(at - 1),
    Home: all[0],
    End: all.at(-1),
  }[event.key];
  const found = next ?? beginningWith(event.key, [...all.slice(at + 1), ...all.slice(0, at + 1)]);
  if (!found) return;
  event.preventDefault();
  found.focus();
}

function beginningWith(key: string, all: HTMLElement[]): HTMLElement | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  return all.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
}

/** Whatever is pressed elsewhere closes what lies over the page. */
export function useCloseOutside(
  open: boolean,
  frame: React.RefObject<HTMLElement | null>,
  close: () => void,
): void {
  useEffect(() => {
    if (!open) return;
    const press = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', press);
    return () => {
      document.removeEventListener('pointerdown', press);
    };
  });
}
