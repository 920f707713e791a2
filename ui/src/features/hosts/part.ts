import { atFirst, later } from '@/contributions/later';
import { definePart } from '@/contributions/own';
import { mendHost, mendRoom } from './mending';
import { SimulatedBanner } from './SimulatedBanner';

export default definePart({
  id: 'hosts',
  navigation: [
    { to: '/hosts', icon: 'host', label: 'host.list.title', group: 'compute', order: 20 },
  ],
  routes: [
    { path: 'hosts', page: later(async () => (await import('./HostListPage')).HostListPage) },
    {
      path: 'hosts/:id/*',
      page: later(async () => (await import('./HostDetailPage')).HostDetailPage),
    },
  ],
  banners: [{ id: 'simulated', content: SimulatedBanner }],
  cards: [
    {
      id: 'hosts',
      area: 'main',
      order: 20,
      content: atFirst(async () => (await import('./HostsCard')).HostsCard),
    },
  ],
  hostTabs: [
    {
      id: '',
      label: 'host.overview',
      order: 0,
      content: later(async () => (await import('./HostOverview')).HostOverview),
    },
    {
      id: 'vms',
      label: 'navigation.vms',
      order: 10,
      content: later(async () => (await import('./HostVms')).HostVms),
    },
    {
      id: 'images',
      label: 'image.list.title',
      order: 20,
      content: later(async () => (await import('./HostImages')).HostImages),
    },
  ],
  objectTypes: [{ type: 'host', path: (id) => `/hosts/${id}` }],
  eventTypes: [
    { type: 'host', mend: mendHost },
    { type: 'vm', mend: mendRoom },
  ],
});
