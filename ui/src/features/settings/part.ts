import { keys } from '@/api/keys';
import { later } from '@/contributions/later';
import { definePart } from '@/contributions/own';

export default definePart({
  id: 'settings',
  navigation: [
    { to: '/settings', icon: 'settings', label: 'settings.title', group: 'operations', order: 90 },
  ],
  routes: [
    {
      path: 'settings/*',
      page: later(async () => (await import('./SettingsPage')).SettingsPage),
    },
  ],
  settings: [
    {
      id: '',
      label: 'settings.appearance',
      order: 10,
      content: later(async () => (await import('./Appearance')).Appearance),
    },
    {
      id: 'quotas',
      label: 'settings.quotas',
      order: 20,
      content: later(async () => (await import('./Quotas')).Quotas),
    },
    {
      id: 'system',
      label: 'settings.system',
      order: 30,
      access: 'admin',
      content: later(async () => (await import('./SystemSettings')).SystemSettings),
    },
    {
      id: 'about',
      label: 'settings.about',
      order: 1000,
      content: later(async () => (await import('./About')).About),
    },
  ],
  eventTypes: [{ type: 'settings', mend: () => [keys.settings] }],
});
