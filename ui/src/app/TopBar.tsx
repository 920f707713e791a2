import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '@/components/Button';
import { Logo } from '@/components/Logo';
import { AccountMenu } from './AccountMenu';
import { JobTray } from './JobTray';
import { PaletteButton } from './palette/PaletteButton';

/** What is at hand on every page; on a small screen the way to the places too. */
export function TopBar({ onMenu }: { onMenu: () => void }) {
  const { t } = useTranslation();
  return (
    <header className="sticky top-(--bar) z-10 flex h-14 items-center gap-1.5 border-b border-line bg-canvas px-3 sm:px-8">
      <div className="flex items-center gap-1 lg:hidden">
        <IconButton
          icon="menu"
          label={t('navigation.open')}
          aria-haspopup="dialog"
          onClick={onMenu}
        />
        <Link to="/" aria-label={t('navigation.home')} className="rounded-control">
          <Logo />
        </Link>
      </div>
      <PaletteButton />
      <JobTray />
      <AccountMenu />
    </header>
  );
}
