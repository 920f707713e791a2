import type { ReactNode } from 'react';
import { BackLink, type Back } from '../BackLink';
import { Heading } from '../Heading';

/**
 * The head of a page about one thing, which stays in view: its name and state, what one would most likely do with it, a menu with
 * the rest, and its views. On a screen that is so low that little would be left below it, it scrolls away.
 */
export function DetailHeader({
  title,
  lang,
  back,
  state,
  labels,
  actions,
  tabs,
}: {
  title: string;
  /** The language of the title, where it may be another than the page's. */
  lang?: string;
  back: Back;
  state?: ReactNode;
  labels?: ReactNode;
  /** One action, and the menu with the others. */
  actions?: ReactNode;
  tabs?: ReactNode;
}) {
  return (
    <>
      <BackLink {...back} className="mb-1" />
      <header className="top-(--frame) z-5 -mx-4 mb-6 border-b border-line bg-canvas px-4 pt-2 sm:-mx-8 sm:px-8 tall:sticky">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pb-3">
          <Heading title={title} lang={lang}>
            {state}
            {labels}
          </Heading>
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
