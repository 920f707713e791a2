import { createBrowserRouter } from 'react-router';
import { ContributedRoutes } from './ContributedRoutes';
import { CrashPage } from './CrashPage';

/** Which pages there are is known to those who contribute them, and may change while the page is open. */
export const router = createBrowserRouter([
  { path: '*', Component: ContributedRoutes, ErrorBoundary: CrashPage },
]);
