import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '@/components/Button';
import { Logo } from '@/components/Logo';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';
import { useMe } from '@/domain/me';
import { useLogout } from '@/features/session/queries';
import { Navigation } from './Navigation';
import { StreamStatusLine } from './StreamStatusLine';

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
          <Contents of={useContributed('preferences')} props={{}} />
        </div>
        <Account />
      </section>
    </div>
  );
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
