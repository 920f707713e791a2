import { later } from '@/contributions/later';
import { definePart } from '@/contributions/own';

export default definePart({
  id: 'audit',
  navigation: [
    {
      to: '/audit',
      icon: 'shield',
      label: 'audit.title',
      group: 'operations',
      order: 60,
      access: 'admin',
    },
  ],
  routes: [
    {
      path: 'audit',
      access: 'admin',
      page: later(async () => (await import('./AuditListPage')).AuditListPage),
    },
    {
      path: 'audit/:id',
      access: 'admin',
      page: later(async () => (await import('./AuditDetailPage')).AuditDetailPage),
    },
  ],
});
