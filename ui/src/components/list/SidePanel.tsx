import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '@/components/Button';

/** The facts of one row beside the list, on screens that have room for both. */
export function SidePanel({
  title,
  to,
  onClose,
  children,
}: {
  title: string;
  to: string | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <aside
      aria-labelledby={id}
      className="sticky top-[calc(var(--frame,var(--bar))+0.75rem)] hidden max-h-[calc(100dvh-var(--frame,var(--bar))-1.5rem)] self-start overflow-y-auto rounded-panel border border-line bg-surface xl:block"
    >
      <header className="flex min-h-12 items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-5">
        <h2 id={id} className="min-w-0 truncate font-semibold">
          {to ? (
            <Link to={to} className="underline-offset-4 hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </h2>
        <IconButton icon="close" label={t('list.closePanel')} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
