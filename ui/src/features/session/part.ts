import { later } from '@/contributions/later';
import { definePart } from '@/contributions/own';

export default definePart({
  id: 'session',
  routes: [
    {
      path: 'login',
      access: 'public',
      page: later(async () => (await import('./LoginPage')).LoginPage),
    },
    {
      path: 'profile',
      page: later(async () => (await import('./profile/ProfilePage')).ProfilePage),
    },
  ],
  commands: [{ id: 'profile', label: 'profile.open', icon: 'user', to: '/profile' }],
});
