import { Link } from 'react-router';
import { cx } from '@/lib/cx';
import { withLastSearch } from '@/lib/lastSearch';
import { Icon } from './icons';

/** The list that a page belongs to. */
export interface Back {
  to: string;
  label: string;
}

/** The way back to a list, as it was searched last. */
export function BackLink({ to, label, className }: Back & { className: string }) {
  return (
    <Link
      to={withLastSearch(to)}
      className={cx(
        '-ml-1 inline-flex items-center gap-1 rounded-control px-1 text-sm text-ink-soft hover:text-ink',
        className,
      )}
    >
      <Icon name="arrowLeft" className="size-4" />
      {label}
    </Link>
  );
}
