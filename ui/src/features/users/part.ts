import { keys } from '@/api/keys';
import { later } from '@/contributions/later';
import { definePart } from '@/contributions/own';

export default definePart({
  id: 'users',
  navigation: [
    {
      to: '/users',
      icon: 'user',
      label: 'user.title',
      group: 'operations',
      order: 35,
      access: 'admin',
    },
  ],
  routes: [
    {
      path: 'users',
      access: 'admin',
      page: later(async () => (await import('./UserListPage')).UserListPage),
    },
    {
      path: 'users/:id',
      access: 'admin',
      page: later(async () => (await import('./UserDetailPage')).UserDetailPage),
    },
  ],
  objectTypes: [{ type: 'account', path: (id) => `/users/${id}` }],
  eventTypes: [
    { type: 'user', mend: () => [keys.users] },
    { type: 'session', mend: () => [keys.userSessions] },
  ],
});
