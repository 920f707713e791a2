import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { SavedView, SavedViewPage, ViewPatch, ViewRequest } from '@/api/schema';

const MOST = 200;

/** The reader's views of a list, and the shared ones, oldest first. */
export const savedViewsQuery = (list: string) =>
  queryOptions({
    queryKey: keys.viewsOf(list),
    queryFn: ({ signal }) =>
      api.get<SavedViewPage>('/api/views', { query: { page: list, limit: MOST }, signal }),
    select: (views) => views.items,
  });

export function useAddView() {
  const queryClient = useQueryClient();
  return useCommand({
    send: (view: ViewRequest, signal) => api.post<SavedView>('/api/views', view, { signal }),
    refresh: (saved) => show(queryClient, saved),
  });
}

/** Changes a view as its reader saw it; a change by somebody else in between is refused. */
export function useChangeView() {
  const queryClient = useQueryClient();
  return useCommand({
    send: ({ seen, patch }: { seen: SavedView; patch: ViewPatch }, signal) =>
      api.patch<SavedView>(`/api/views/${seen.id}`, patch, seen.version, signal),
    refresh: (saved) => show(queryClient, saved),
  });
}

export function useDeleteView() {
  const queryClient = useQueryClient();
  return useCommand({
    send: (id: string, signal) => api.delete<undefined>(`/api/views/${id}`, { signal }),
    refresh: () => show(queryClient),
  });
}

/** What was saved shows before the list of views was asked for again, so that it can be chosen at once. */
async function show(queryClient: QueryClient, saved?: SavedView): Promise<void> {
  if (saved) {
    queryClient.setQueryData<SavedViewPage>(keys.viewsOf(saved.page), (views) => {
      if (!views) return undefined;
      const known = views.items.some(({ id }) => id === saved.id);
      return {
        ...views,
        items: known
          ? views.items.map((view) => (view.id === saved.id ? saved : view))
          : [...views.items, saved],
      };
    });
  }
  await queryClient.invalidateQueries({ queryKey: keys.views });
}
