import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoutes, type RouteObject } from 'react-router';
import { BootSkeleton } from '@/components/BootSkeleton';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import type { PageRoute } from '@/contributions/contribution';
import { useContributed } from '@/contributions/context';
import { useLoadedModules } from '@/contributions/loaded';
import { isPublic } from '@/contributions/own';
import type { Contributed } from '@/contributions/registry';
import { Slot } from '@/contributions/Slot';
import { useMe } from '@/domain/me';
import { NotFoundPage } from './NotFoundPage';
import { RequireSession } from './RequireSession';

/** The page that is contributed for the address: most of them for those alone who are logged in. */
export function ContributedRoutes() {
  const routes = useContributed('routes');
  const { key } = useLocation();
  const toRoute = (route: Contributed<PageRoute>) => routeAt(route, key, <PageSkeleton />);
  return useRoutes([
    ...routes.filter(isPublic).map((route) => routeAt(route, key, <BootSkeleton />)),
    {
      element: <RequireSession />,
      children: [
        ...routes.filter((route) => !isPublic(route)).map(toRoute),
        { path: '*', element: <Elsewhere /> },
      ],
    },
  ]);
}

function routeAt(
  { by, item: { path, page: Page, access } }: Contributed<PageRoute>,
  location: string,
  waiting: ReactNode,
): RouteObject {
  const page = <Page />;
  return {
    path,
    element: (
      <Slot key={`${by.id} ${path}`} by={by} resetOn={location} waiting={waiting}>
        {access === 'admin' ? <ForAdministrators>{page}</ForAdministrators> : page}
      </Slot>
    ),
  };
}

/** An address that nobody contributes a page for, unless somebody is still to come who does. */
function Elsewhere() {
  return useLoadedModules().settled ? <NotFoundPage /> : <PageSkeleton />;
}

/** For everybody else there is no such page. The server refuses them too. */
function ForAdministrators({ children }: { children: ReactNode }) {
  return useMe().role === 'ADMIN' ? children : <NotFoundPage />;
}

function PageSkeleton() {
  return <DetailSkeleton label={useTranslation().t('common.loading')} />;
}
