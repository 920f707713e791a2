import { definePart } from '@/contributions/own';
import { mendHost } from './mending';
import { SimulatedBanner } from './SimulatedBanner';

export default definePart({
  id: 'hosts',
  banners: [{ id: 'simulated', content: SimulatedBanner }],
  eventTypes: [{ type: 'host', mend: mendHost }],
});
