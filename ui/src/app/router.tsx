import { createBrowserRouter, Navigate } from 'react-router';
import { LoginPage } from '@/features/session/LoginPage';
import { CrashPage } from './CrashPage';
import { NotFoundPage } from './NotFoundPage';
import { RequireSession } from './RequireSession';

export const router = createBrowserRouter([
  {
    ErrorBoundary: CrashPage,
    HydrateFallback: () => null,
    children: [
      { path: '/login', Component: LoginPage },
      {
        Component: RequireSession,
        children: [
          { index: true, element: <Navigate to="/vms" replace /> },
          { path: 'vms', lazy: () => import('@/features/vms/VmListPage') },
          { path: 'vms/new', lazy: () => import('@/features/vms/create/VmCreatePage') },
          { path: 'vms/:id', lazy: () => import('@/features/vms/VmDetailPage') },
          { path: 'jobs', lazy: () => import('@/features/jobs/JobListPage') },
          { path: 'jobs/:id', lazy: () => import('@/features/jobs/JobDetailPage') },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
