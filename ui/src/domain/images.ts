import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { ImageCopy, ImagePage } from '@/api/schema';

export const imagesQuery = queryOptions({
  queryKey: keys.images,
  queryFn: ({ signal }) => api.get<ImagePage>('/api/images', { signal, query: { limit: 200 } }),
  select: (page) => page.items,
});

/** The nodes and hosts that have an image's content. */
export const imageCopiesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.imageCopies(id),
    queryFn: ({ signal }) => api.get<ImageCopy[]>(`/api/images/${id}/copies`, { signal }),
  });
