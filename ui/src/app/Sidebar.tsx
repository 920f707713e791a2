import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { IconButton } from '@/components/Button';
import { Icon } from '@/components/icons';
import { Logo } from '@/components/Logo';
import { useMe } from '@/features/session/me';
import { useLogout } from '@/features/session/queries';
import { cx } from '@/lib/cx';
import { LanguageChoice } from '@/features/preferences/LanguageChoice';
import { NAVIGATION } from './navigation';
import { StreamStatusLine } from './StreamStatusLine';
import { ThemeChoice } from '@/features/preferences/ThemeChoice';

export function Sidebar({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-16 items-center px-5">
        <Link to="/vms" aria-label={t('navigation.home')} className="rounded-control">
          <Logo />
        </Link>
      </header>
      <nav aria-label={t('navigation.label')} className="flex-1 overflow-y-auto px-3 py-2">
        <Navigation {...(onNavigate && { onNavigate })} />
      </nav>
      <section aria-label={t('session.account')} className="space-y-3 border-t border-line p-4">
        <StreamStatusLine />
        <div className="flex items-center justify-between">
          <ThemeChoice />
          <LanguageChoice />
        </div>
        <Account />
      </section>
    </div>
  );
}

function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  const admin = useMe().role === 'ADMIN';
  return NAVIGATION.map((group) => (
    <div key={group.label} className="mb-5">
      <h2 className="mb-1 px-3 text-xs font-medium text-ink-faint">{t(group.label)}</h2>
      <ul className="space-y-0.5">
        {group.items
          .filter((item) => admin || !item.adminOnly)
          .map((item) => (
            <li key={item.to}>
              <NavLink
                to={item.to}
                onClick={onNavigate}
                className={({ isActive }) =>
                  cx(
                    'flex h-9 items-center gap-2.5 rounded-control px-3 transition-colors',
                    isActive
                      ? 'bg-surface font-medium text-ink shadow-control ring-1 ring-line'
                      : 'text-ink-soft hover:bg-sunken hover:text-ink',
                  )
                }
              >
                <Icon name={item.icon} className="size-4.5" />
                {t(item.label)}
              </NavLink>
            </li>
          ))}
      </ul>
    </div>
  ));
}

function Account() {
  const { t } = useTranslation();
  const me = useMe();
  const logout = useLogout();
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium" title={me.email}>
          {me.email}
        </p>
        <p className="text-xs text-ink-faint">{t(`role.${me.role}`)}</p>
      </div>
      <IconButton
        icon="logout"
        label={t('session.logout')}
        onClick={() => {
          logout.mutate();
        }}
      />
    </div>
  );
}
