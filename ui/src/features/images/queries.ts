import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { VmPage } from '@/api/schema';

const MOST_SHOWN = 20;

/** What finds the VMs that were made from an image, in every search. */
export const searchOf = (name: string) => `image:"${name}"`;

/** How many VMs were made from an image, and some of them. */
export const vmsOfImageQuery = (name: string) =>
  queryOptions({
    queryKey: ['vms', 'list', { q: searchOf(name), limit: MOST_SHOWN }],
    queryFn: ({ signal }) =>
      api.get<VmPage>('/api/vms', {
        query: { q: searchOf(name), limit: MOST_SHOWN, count: 'true' },
        signal,
      }),
  });
