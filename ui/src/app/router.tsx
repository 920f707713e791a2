import { createBrowserRouter, Navigate } from 'react-router';
import { JobDetailPage } from '@/features/jobs/JobDetailPage';
import { JobListPage } from '@/features/jobs/JobListPage';
import { LoginPage } from '@/features/session/LoginPage';
import { VmCreatePage } from '@/features/vms/create/VmCreatePage';
import { VmDetailPage } from '@/features/vms/VmDetailPage';
import { VmListPage } from '@/features/vms/VmListPage';
import { CrashPage } from './CrashPage';
import { NotFoundPage } from './NotFoundPage';
import { RequireSession } from './RequireSession';

/**
 * Pages are part of the first script. Loaded later, one by one, they would be missing in every open browser once the
 * server has a newer build of them.
 */
export const router = createBrowserRouter([
  {
    ErrorBoundary: CrashPage,
    children: [
      { path: '/login', Component: LoginPage },
      {
        Component: RequireSession,
        children: [
          { index: true, element: <Navigate to="/vms" replace /> },
          { path: 'vms', Component: VmListPage },
          { path: 'vms/new', Component: VmCreatePage },
          { path: 'vms/:id', Component: VmDetailPage },
          { path: 'jobs', Component: JobListPage },
          { path: 'jobs/:id', Component: JobDetailPage },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
