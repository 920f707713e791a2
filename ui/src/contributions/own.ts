import type { ParseKeys } from 'i18next';
import type { Contribution, PageRoute } from './contribution';
import type { Contributed } from './registry';

/** A page of OBox itself, which may be for everybody: it is there before anybody is logged in. */
interface OwnRoute extends Omit<PageRoute, 'access'> {
  access?: PageRoute['access'] | 'public';
}

type OwnPart = Omit<Contribution<ParseKeys>, 'name' | 'texts' | 'routes'> & {
  routes?: readonly OwnRoute[];
};

const publicRoutes = new WeakSet<object>();

/** A part of OBox itself: its labels are keys in the page's own texts. */
export function definePart(part: OwnPart): Contribution<ParseKeys> {
  for (const route of part.routes ?? []) if (route.access === 'public') publicRoutes.add(route);
  return { name: 'OBox', ...part } as Contribution<ParseKeys>;
}

/** Whether a page is for everybody. What is loaded at run time goes with the session, and a page of it can't be. */
export function isPublic({ item }: Contributed<PageRoute>): boolean {
  return publicRoutes.has(item);
}
