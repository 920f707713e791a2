import type { Host, Image } from '@/api/schema';
import { PRIORITIES, type FormValues } from './form';

const TEXTS = {
  name: 'name',
  count: 'count',
  vcpus: 'vcpus',
  memory: 'memoryMib',
  disk: 'diskGib',
  network: 'network',
  tags: 'tags',
} as const;

/** What an address such as `/vms/new?image=debian&name=web` puts into the form. An image and a host go by their ids or their names. */
export function linkedValues(
  search: URLSearchParams,
  images: Image[],
  hosts: Host[],
): Partial<FormValues> {
  const linked: Partial<FormValues> = {};
  for (const [parameter, field] of Object.entries(TEXTS)) {
    const value = search.get(parameter);
    if (value !== null) linked[field] = value;
  }
  const image = named(images, search.get('image'));
  const host = named(hosts, search.get('host'));
  const priority = PRIORITIES.find((known) => known === search.get('priority')?.toUpperCase());
  return {
    ...linked,
    ...(image && { imageId: image.id }),
    ...(host && { hostId: host.id }),
    ...(priority && { priority }),
    ...(search.has('autostart') && { autostart: search.get('autostart') !== 'false' }),
  };
}

function named<T extends { id: string; name: string }>(all: T[], said: string | null) {
  return all.find(({ id, name }) => id === said || name === said);
}
