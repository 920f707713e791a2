import { keys } from '@/api/keys';
import { definePart } from '@/contributions/own';
import { later } from '@/contributions/later';

export default definePart({
  id: 'bin',
  navigation: [{ to: '/bin', icon: 'trash', label: 'bin.title', group: 'compute', order: 90 }],
  routes: [{ path: 'bin', page: later(async () => (await import('./BinPage')).BinPage) }],
  jobKinds: [
    { kind: 'vm.delete', action: 'bin', label: 'bin.job.delete' },
    { kind: 'vm.restore', label: 'bin.job.restore' },
    { kind: 'vm.bulk', action: 'purge', label: 'bin.job.purge' },
    { kind: 'vm.bulk', action: 'restore', label: 'bin.job.restore' },
  ],
  eventTypes: [{ type: 'bin', mend: () => [keys.bin] }],
});
