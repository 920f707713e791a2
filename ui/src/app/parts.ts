import { keys } from '@/api/keys';
import type { Contribution } from '@/contributions/contribution';
import { definePart } from '@/contributions/own';
import { mendRunningJobs } from '@/domain/runningJobs';

const shell = definePart({
  id: 'shell',
  navigationGroups: [
    { id: 'compute', label: 'navigation.compute', order: 10 },
    { id: 'operations', label: 'navigation.operations', order: 20 },
    { id: 'other', label: 'navigation.other', order: 1000 },
  ],
  eventTypes: [
    { type: 'ui', mend: () => [keys.modules] },
    { type: 'job', mend: mendRunningJobs },
  ],
});

const features = import.meta.glob<Contribution>('../features/*/part.ts*', {
  eager: true,
  import: 'default',
});

/** OBox's own parts: what each folder of `features` says of itself. */
export const PARTS: readonly Contribution[] = [shell, ...Object.values(features)];
