import { keys } from '@/api/keys';
import { definePart } from '@/contributions/own';

export default definePart({
  id: 'images',
  jobKinds: [{ kind: 'image.import', label: 'job.kind.imageImport' }],
  eventTypes: [{ type: 'image', mend: () => [keys.images] }],
});
