import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Logo } from '@/components/Logo';
import { Navigation } from './Navigation';
import { StreamStatusLine } from './StreamStatusLine';

export function Sidebar({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex h-full flex-col">
      <nav aria-label={t('navigation.label')} className="flex min-h-0 flex-1 flex-col">
        <div className="flex h-14 shrink-0 items-center px-5">
          <Link to="/" aria-label={t('navigation.home')} className="rounded-control">
            <Logo />
          </Link>
        </div>
        <div className="flex-1 scroll-quiet overflow-y-auto px-3 py-2">
          <Navigation {...(onNavigate && { onNavigate })} />
        </div>
      </nav>
      <div className="border-t border-line px-6 py-4">
        <StreamStatusLine />
      </div>
    </div>
  );
}
