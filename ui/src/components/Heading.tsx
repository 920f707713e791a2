import { useEffect, type ReactNode } from 'react';

/** The name of a page, which the window has too, with what stands beside it. */
export function Heading({
  title,
  documentTitle = title,
  lang,
  children,
}: {
  title: ReactNode;
  documentTitle?: ReactNode;
  /** The language of the title, where it may be another than the page's. */
  lang?: string | undefined;
  children?: ReactNode;
}) {
  useEffect(() => {
    if (typeof documentTitle === 'string') document.title = `${documentTitle} · OBox`;
  }, [documentTitle]);
  return (
    <div className="flex min-h-9 min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5">
      <h1 lang={lang} className="min-w-0 text-xl font-semibold tracking-tight break-words">
        {title}
      </h1>
      {children}
    </div>
  );
}
