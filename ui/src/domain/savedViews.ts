import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { SavedView, SavedViewPage, ViewPatch, ViewRequest } from '@/api/schema';

const MOST = 200;

/** The reader's views of a list, and the shared ones, oldest first. */
export const savedViewsQuery = (page: string) =>
  queryOptions({
    queryKey: keys.viewsOf(page),
    queryFn: ({ signal }) =>
      api.get<SavedViewPage>('/api/views', { query: { page, limit: MOST }, signal }),
    select: (views) => views.items,
  });

export function useAddView() {
  const queryClient = useQueryClient();
  return useCommand({
    send: (view: ViewRequest, signal) => api.post<SavedView>('/api/views', view, { signal }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.views }),
  });
}

/** Changes a view as its reader saw it; a change by somebody else in between is refused. */
export function useChangeView() {
  const queryClient = useQueryClient();
  return useCommand({
    send: ({ seen, patch }: { seen: SavedView; patch: ViewPatch }, signal) =>
      api.patch<SavedView>(`/api/views/${seen.id}`, patch, seen.version, signal),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.views }),
  });
}

export function useDeleteView() {
  const queryClient = useQueryClient();
  return useCommand({
    send: (id: string, signal) => api.delete<undefined>(`/api/views/${id}`, { signal }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.views }),
  });
}
