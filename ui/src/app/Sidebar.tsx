import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Logo } from '@/components/Logo';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';
import { Account } from './Account';
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
