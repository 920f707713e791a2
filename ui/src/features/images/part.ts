import { keys } from '@/api/keys';
import { later } from '@/contributions/later';
import { definePart } from '@/contributions/own';

export default definePart({
  id: 'images',
  navigation: [
    { to: '/images', icon: 'image', label: 'image.list.title', group: 'compute', order: 30 },
  ],
  routes: [
    { path: 'images', page: later(async () => (await import('./ImageListPage')).ImageListPage) },
    {
      path: 'images/:id',
      page: later(async () => (await import('./ImageDetailPage')).ImageDetailPage),
    },
  ],
  jobKinds: [{ kind: 'image.import', label: 'job.kind.imageImport', icon: 'image' }],
  objectTypes: [{ type: 'image', path: (id) => `/images/${id}` }],
  eventTypes: [{ type: 'image', mend: () => [keys.images] }],
});
