import { createContext, use, useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '@/lib/cx';
import { Button } from './Button';
import { Icon, type IconName } from './icons';

/** Closes the menu that an item stands in; null outside of any. */
export const MenuContext = createContext<(() => void) | null>(null);

const ITEM =
  'flex min-h-9 w-full items-center gap-2.5 rounded-control px-2.5 py-1.5 text-left hover:bg-hover focus:bg-sunken focus-visible:-outline-offset-2';
const PLAIN = 'text-ink-soft hover:text-ink focus:text-ink';

interface Content {
  icon?: IconName | undefined;
  children: ReactNode;
}

interface Doing extends Content {
  harmful?: boolean | undefined;
  /** Why it can't be done; undefined where it can. */
  unavailable?: string | undefined;
  onChoose: () => void;
}

/**
 * Something to do. What can't be done at the moment can be reached all the same, and says why. Outside of a menu it is a button.
 */
export function Action(doing: Doing) {
  return use(MenuContext) ? <ActionItem {...doing} /> : <ActionButton {...doing} />;
}

function ActionItem({ icon, harmful = false, unavailable, children, onChoose }: Doing) {
  const close = use(MenuContext);
  const id = useId();
  const possible = unavailable === undefined;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={possible ? undefined : true}
      aria-labelledby={`${id}-label`}
      aria-describedby={possible ? undefined : `${id}-why`}
      onClick={() => {
        if (!possible) return;
        close?.();
        onChoose();
      }}
      className={cx(ITEM, harmful && possible ? 'text-fail' : PLAIN)}
    >
      <Picture name={icon} />
      <span className="min-w-0">
        <span id={`${id}-label`} className={cx('block', !possible && 'text-ink-faint')}>
          {children}
        </span>
        {!possible && (
          <span id={`${id}-why`} className="block text-sm text-ink-faint">
            {unavailable}
          </span>
        )}
      </span>
    </button>
  );
}

function ActionButton({ icon, harmful = false, unavailable, children, onChoose }: Doing) {
  const id = useId();
  const possible = unavailable === undefined;
  return (
    <>
      <Button
        icon={icon}
        look={harmful ? 'dangerGhost' : 'secondary'}
        unavailable={!possible}
        aria-describedby={possible ? undefined : id}
        title={unavailable}
        onClick={onChoose}
      >
        {children}
      </Button>
      {!possible && (
        <span id={id} className="sr-only">
          {unavailable}
        </span>
      )}
    </>
  );
}

/** A way to another page. */
export function MenuWay({ icon, to, children }: Content & { to: string }) {
  const close = use(MenuContext);
  return (
    <Link
      role="menuitem"
      tabIndex={-1}
      to={to}
      onClick={() => close?.()}
      className={cx(ITEM, PLAIN)}
    >
      <Picture name={icon} />
      {children}
    </Link>
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
    <div role="group" aria-labelledby={id}>
      <MenuSeparator />
      <p id={id} className="px-2.5 py-1 text-xs font-medium text-ink-faint">
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
          className={cx(ITEM, PLAIN)}
        >
          <Icon name="check" className={cx('size-4.5', option.value !== value && 'invisible')} />
          {option.label}
        </button>
      ))}
    </div>
  );
}

/** A line between what belongs together and the next. */
export function MenuSeparator() {
  return <hr className="mx-1 my-1.5 border-line" />;
}

function Picture({ name }: { name: IconName | undefined }) {
  return (
    <span className="size-4.5 shrink-0">{name && <Icon name={name} className="size-4.5" />}</span>
  );
}
