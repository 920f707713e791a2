import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { ImagePage } from '@/api/schema';

export const imagesQuery = queryOptions({
  queryKey: keys.images,
  queryFn: ({ signal }) => api.get<ImagePage>('/api/images', { signal, query: { limit: 200 } }),
  select: (page) => page.items,
});
