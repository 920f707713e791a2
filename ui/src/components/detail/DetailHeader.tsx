import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { withLastSearch } from '@/lib/lastSearch';
import { Icon } from '../icons';

/**
 * The head of a page about one thing, which stays in view: its name and state, what one would most likely do with it, a menu with
 * the rest, and its views. On a screen that is so low that little would be left below it, it scrolls away.
 */
export function DetailHeader({
  title,
  back,
  state,
  labels,
  actions,
  tabs,
}: {
  title: string;
  /** The list that this belongs to. */
  back: { to: string; label: string };
  state?: ReactNode;
  labels?: ReactNode;
  /** One action, and the menu with the others. */
  actions?: ReactNode;
  tabs?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · OBox`;
  }, [title]);
  return (
    <>
      <Link
        to={withLastSearch(back.to)}
        className="mb-1 -ml-1 inline-flex items-center gap-1 rounded-control px-1 text-sm text-ink-soft hover:text-ink"
      >
        <Icon name="arrowLeft" className="size-4" />
        {back.label}
      </Link>
      <header className="top-(--frame) z-5 -mx-4 mb-6 border-b border-line bg-canvas px-4 pt-2 sm:-mx-8 sm:px-8 tall:sticky">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pb-3">
          <div className="flex min-h-9 min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold tracking-tight break-words">{title}</h1>
            {state}
            {labels}
          </div>
          {actions && (
            <div className="ml-auto flex items-center justify-end gap-2 max-sm:w-full max-sm:[&>button:first-child]:flex-1">
              {actions}
            </div>
          )}
        </div>
        {tabs}
      </header>
    </>
  );
}
