import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { rememberSearch, withLastSearch } from '@/lib/lastSearch';
import { Icon } from './icons';

export function PageHeader({
  title,
  documentTitle = title,
  back,
  aside,
  actions,
}: {
  title: ReactNode;
  documentTitle?: ReactNode;
  /** The list that this belongs to; a page without one is such a list. */
  back?: { to: string; label: string };
  aside?: ReactNode;
  actions?: ReactNode;
}) {
  useEffect(() => {
    if (typeof documentTitle === 'string') document.title = `${documentTitle} · OBox`;
  }, [documentTitle]);
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (!back) rememberSearch(pathname, search);
  }, [back, pathname, search]);
  return (
    <header className="mb-6">
      {back && (
        <Link
          to={withLastSearch(back.to)}
          className="mb-3 -ml-1 inline-flex items-center gap-1 rounded-control px-1 text-sm text-ink-soft hover:text-ink"
        >
          <Icon name="arrowLeft" className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-h-9 min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5">
          <h1 className="min-w-0 text-xl font-semibold tracking-tight break-words">{title}</h1>
          {aside}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
