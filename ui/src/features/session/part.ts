import { later } from '@/contributions/later';
import { definePart } from '@/contributions/own';
import { LoginPage } from './LoginPage';

export default definePart({
  id: 'session',
  routes: [
    { path: 'login', access: 'public', page: LoginPage },
    {
      path: 'profile',
      page: later(async () => (await import('./profile/ProfilePage')).ProfilePage),
    },
  ],
  commands: [{ id: 'profile', label: 'profile.open', icon: 'user', to: '/profile' }],
});
