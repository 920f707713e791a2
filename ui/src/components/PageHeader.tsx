import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { rememberSearch } from '@/lib/lastSearch';
import { BackLink, type Back } from './BackLink';
import { Heading } from './Heading';

export function PageHeader({
  title,
  documentTitle,
  back,
  aside,
  actions,
}: {
  title: ReactNode;
  documentTitle?: ReactNode;
  /** The list that this belongs to; a page without one is such a list. */
  back?: Back;
  aside?: ReactNode;
  actions?: ReactNode;
}) {
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (!back) rememberSearch(pathname, search);
  }, [back, pathname, search]);
  return (
    <header className="mb-6">
      {back && <BackLink {...back} className="mb-3" />}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <Heading title={title} documentTitle={documentTitle}>
          {aside}
        </Heading>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
