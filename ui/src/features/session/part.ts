import { atFirst, later } from '@/contributions/later';
import { definePart } from '@/contributions/own';

export default definePart({
  id: 'session',
  routes: [
    {
      path: 'login',
      access: 'public',
      page: atFirst(async () => (await import('./LoginPage')).LoginPage),
    },
    {
      path: 'register',
      access: 'public',
      page: later(async () => (await import('./account/RegisterPage')).RegisterPage),
    },
    {
      path: 'verify',
      access: 'public',
      page: later(async () => (await import('./account/VerifyPage')).VerifyPage),
    },
    {
      path: 'forgot',
      access: 'public',
      page: later(async () => (await import('./account/ForgotPage')).ForgotPage),
    },
    {
      path: 'reset',
      access: 'public',
      page: later(async () => (await import('./account/ResetPage')).ResetPage),
    },
    {
      path: 'invitation',
      access: 'public',
      page: later(async () => (await import('./account/InvitationPage')).InvitationPage),
    },
    {
      path: 'profile',
      page: later(async () => (await import('./profile/ProfilePage')).ProfilePage),
    },
  ],
  commands: [{ id: 'profile', label: 'profile.open', icon: 'user', to: '/profile' }],
});
