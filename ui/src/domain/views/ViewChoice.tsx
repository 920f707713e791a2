import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { SavedView } from '@/api/schema';
import { Icon } from '@/components/icons';
import { cx } from '@/lib/cx';
import { useMe } from '@/domain/me';
import { savedViewsQuery } from './queries';
import { VIEW } from './useChosenView';

/** The views that there are, each a link, so that it can be opened in another tab too. */
export function ViewChoice({
  list,
  all,
  view: chosen,
  onChosen,
}: {
  list: string;
  all: string;
  view: SavedView | undefined;
  onChosen: () => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const views = useQuery(savedViewsQuery(list));
  const own = views.data?.filter(({ owner }) => owner.id === me.id) ?? [];
  const others = views.data?.filter(({ owner }) => owner.id !== me.id) ?? [];
  const line = (view: SavedView) => (
    <ViewLink
      key={view.id}
      search={`?${VIEW}=${view.id}`}
      name={view.name}
      note={view.owner.id === me.id ? view.shared && t('views.shared') : view.owner.email}
      chosen={view.id === chosen?.id}
      onChosen={onChosen}
    />
  );
  return (
    <nav aria-label={t('views.title')}>
      <ul>
        <ViewLink search="" name={all} note={false} chosen={!chosen} onChosen={onChosen} />
        {own.map(line)}
      </ul>
      {others.length > 0 && (
        <>
          <p className="mt-2 px-2.5 py-1 text-xs font-medium text-ink-faint">
            {t('views.ofOthers')}
          </p>
          <ul>{others.map(line)}</ul>
        </>
      )}
    </nav>
  );
}

function ViewLink({
  search,
  name,
  note,
  chosen,
  onChosen,
}: {
  search: string;
  name: string;
  note: string | false;
  chosen: boolean;
  onChosen: () => void;
}) {
  const { pathname } = useLocation();
  return (
    <li>
      <Link
        to={{ pathname, search }}
        aria-current={chosen || undefined}
        onClick={onChosen}
        className="flex min-h-9 items-center gap-2 rounded-md px-2.5 py-1.5 hover:bg-hover focus-visible:bg-sunken"
      >
        <Icon name="check" className={cx('size-4 shrink-0', !chosen && 'invisible')} />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {note && <span className="max-w-32 truncate text-sm text-ink-faint">{note}</span>}
      </Link>
    </li>
  );
}
