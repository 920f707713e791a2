import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useReach } from '@/api/reachability';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';
import { cx } from '@/lib/cx';
import { keepFocus } from '@/lib/keepFocus';
import { ConnectionBar } from './ConnectionBar';
import { Drawer } from './Drawer';
import { PageNews } from './PageNews';
import { Sidebar } from './Sidebar';
import { TopBar } from './TopBar';

/** The frame around every page: the places at the left, what is always at hand on top, the page below it. */
export function Shell() {
  const { t } = useTranslation();
  const main = useFocusOnNavigation();
  useEffect(keepFocus, []);
  const banners = useContributed('banners');
  const [menuOpen, setMenuOpen] = useState(false);
  const closeMenu = () => {
    setMenuOpen(false);
  };
  const { lost } = useReach();
  return (
    <div
      className={cx(
        'min-h-full [--frame:calc(var(--bar)+3.5rem)] lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]',
        lost ? '[--bar:2.25rem]' : '[--bar:0rem]',
      )}
    >
      {lost && <ConnectionBar />}
      <a
        href="#content"
        onClick={() => main.current?.focus()}
        className="sr-only z-30 rounded-control bg-ink px-4 py-2 text-paper focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {t('navigation.skip')}
      </a>
      <div className="sticky top-(--bar) hidden h-[calc(100dvh-var(--bar))] border-r border-line lg:block">
        <Sidebar />
      </div>
      {menuOpen && (
        <Drawer label={t('navigation.label')} onClose={closeMenu}>
          <Sidebar onNavigate={closeMenu} />
        </Drawer>
      )}
      <div className="min-w-0">
        <TopBar
          onMenu={() => {
            setMenuOpen(true);
          }}
        />
        <PageNews />
        <Contents of={banners} props={{}} />
        <main
          id="content"
          ref={main}
          tabIndex={-1}
          className="mx-auto max-w-6xl px-4 py-6 sm:px-8 sm:py-8"
        >
          <Outlet />
        </main>
      </div>
    </div>
  );
}

/** A new page takes the focus, as the browser would do it for a page of its own. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
