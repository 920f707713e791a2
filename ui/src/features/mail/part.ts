import { keys } from '@/api/keys';
import { later } from '@/contributions/later';
import { definePart } from '@/contributions/own';

export default definePart({
  id: 'mail',
  navigation: [
    {
      to: '/mails',
      icon: 'mail',
      label: 'mail.title',
      group: 'operations',
      order: 40,
      access: 'admin',
    },
  ],
  routes: [
    {
      path: 'mails',
      access: 'admin',
      page: later(async () => (await import('./MailListPage')).MailListPage),
    },
    {
      path: 'mails/:id',
      access: 'admin',
      page: later(async () => (await import('./MailDetailPage')).MailDetailPage),
    },
  ],
  settings: [
    {
      id: 'mail',
      label: 'mail.settings.title',
      order: 40,
      access: 'admin',
      content: later(async () => (await import('./settings/MailSettings')).MailSettings),
    },
    {
      id: 'mail-templates',
      label: 'mail.template.title',
      order: 41,
      access: 'admin',
      content: later(async () => (await import('./templates/TemplateSettings')).TemplateSettings),
    },
  ],
  jobKinds: [{ kind: 'mail.send', label: 'mail.job', icon: 'mail' }],
  objectTypes: [{ type: 'mail', path: (id) => `/mails/${id}` }],
  eventTypes: [
    { type: 'mail', mend: () => [keys.mails] },
    { type: 'settings', mend: () => [keys.mailDelivery] },
  ],
});
