import type { Image } from '@/api/schema';
import { PRIORITIES, type FormValues } from './form';

const TEXTS = {
  name: 'name',
  count: 'count',
  vcpus: 'vcpus',
  memory: 'memoryMib',
  disk: 'diskGib',
  network: 'network',
  host: 'hostId',
  tags: 'tags',
} as const;

/** What an address such as `/vms/new?image=debian&name=web` puts into the form. An image goes by its id or its name. */
export function linkedValues(search: URLSearchParams, images: Image[]): Partial<FormValues> {
  const linked: Partial<FormValues> = {};
  for (const [parameter, field] of Object.entries(TEXTS)) {
    const value = search.get(parameter);
    if (value !== null) linked[field] = value;
  }
  const wanted = search.get('image');
  const image = images.find(({ id, name }) => id === wanted || name === wanted);
  const priority = PRIORITIES.find((known) => known === search.get('priority')?.toUpperCase());
  return {
    ...linked,
    ...(image && { imageId: image.id }),
    ...(priority && { priority }),
    ...(search.has('autostart') && { autostart: search.get('autostart') !== 'false' }),
  };
}
