import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '@/lib/cx';
import { Icon, type IconName } from './icons';

type Look = 'primary' | 'secondary' | 'ghost' | 'danger' | 'dangerGhost';

const LOOKS: Record<Look, string> = {
  primary: 'bg-ink text-paper hover:not-aria-disabled:bg-ink-soft shadow-control',
  secondary:
    'border border-line-strong bg-surface text-ink shadow-control hover:not-aria-disabled:border-ink-faint hover:not-aria-disabled:bg-hover',
  ghost: 'text-ink-soft hover:not-aria-disabled:bg-sunken hover:not-aria-disabled:text-ink',
  danger: 'bg-fail-solid text-paper hover:not-aria-disabled:opacity-90 shadow-control',
  dangerGhost: 'text-fail hover:not-aria-disabled:bg-fail-tint',
};

const SHAPE =
  'inline-flex h-9 shrink-0 items-center justify-center gap-1.5 rounded-control px-3.5 text-base font-medium whitespace-nowrap transition-colors select-none aria-disabled:opacity-45 forced-colors:border';

interface Content {
  look?: Look;
  icon?: IconName | undefined;
  children: ReactNode;
}

/**
 * A button. What can't be done at the moment stays focusable and says so (`aria-disabled`), because a control
 * that is disabled while it has the focus throws a keyboard's user back to the top of the page.
 */
export function Button({
  look = 'secondary',
  icon,
  children,
  unavailable = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: Content & { unavailable?: boolean } & ComponentProps<'button'>) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (unavailable) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type={type}
      aria-disabled={unavailable || undefined}
      onClick={click}
      className={cx(SHAPE, LOOKS[look], icon && 'pl-2.5', className)}
      {...rest}
    >
      {icon && <Icon name={icon} className="size-4.5" />}
      {children}
    </button>
  );
}

export function LinkButton({
  look = 'secondary',
  icon,
  children,
  to,
  className,
}: Content & { to: string; className?: string }) {
  return (
    <Link to={to} className={cx(SHAPE, LOOKS[look], icon && 'pl-2.5', className)}>
      {icon && <Icon name={icon} className="size-4.5" />}
      {children}
    </Link>
  );
}

/** Has the browser save what the server answers at an address. */
export function DownloadButton({
  look = 'secondary',
  icon,
  children,
  href,
  name,
}: Content & { href: string; name: string }) {
  return (
    <a href={href} download={name} className={cx(SHAPE, LOOKS[look], icon && 'pl-2.5')}>
      {icon && <Icon name={icon} className="size-4.5" />}
      {children}
    </a>
  );
}

/** A button that is only a picture; its name is spoken and shown as a tooltip. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: { icon: IconName; label: string } & Omit<ComponentProps<'button'>, 'children'>) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(
        'inline-grid size-8 shrink-0 place-items-center rounded-control text-ink-faint transition-colors hover:bg-sunken hover:text-ink',
        className,
      )}
      {...rest}
    >
      <Icon name={icon} className="size-4.5" />
    </button>
  );
}
