import { atFirst, later } from '@/contributions/later';
import { definePart } from '@/contributions/own';
import { mendJob } from './mending';

export default definePart({
  id: 'jobs',
  navigation: [
    { to: '/jobs', icon: 'jobs', label: 'navigation.jobs', group: 'operations', order: 10 },
  ],
  routes: [
    { path: 'jobs', page: later(async () => (await import('./JobListPage')).JobListPage) },
    { path: 'jobs/:id', page: later(async () => (await import('./JobDetailPage')).JobDetailPage) },
  ],
  vmTabs: [
    {
      id: 'activity',
      label: 'vm.jobs',
      order: 10,
      content: later(async () => (await import('./VmActivity')).VmActivity),
    },
  ],
  cards: [
    {
      id: 'latest-jobs',
      area: 'main',
      order: 30,
      content: atFirst(async () => (await import('./cards')).LatestJobs),
    },
    {
      id: 'failed-jobs',
      area: 'side',
      order: 10,
      content: atFirst(async () => (await import('./cards')).FailedJobs),
    },
  ],
  vmCards: [
    {
      id: 'jobs',
      area: 'main',
      order: 20,
      content: later(async () => (await import('./VmJobs')).VmJobs),
    },
  ],
  objectTypes: [{ type: 'job', path: (id) => `/jobs/${id}` }],
  eventTypes: [{ type: 'job', mend: mendJob }],
});
