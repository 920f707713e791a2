import { atFirst } from '@/contributions/later';
import { definePart } from '@/contributions/own';

export default definePart({
  id: 'overview',
  navigation: [{ to: '/', icon: 'overview', label: 'overview.title', group: 'compute', order: 0 }],
  routes: [{ path: '', page: atFirst(async () => (await import('./OverviewPage')).OverviewPage) }],
});
