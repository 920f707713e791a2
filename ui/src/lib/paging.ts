interface CursorPage<T> {
  items: T[];
  nextCursor: string | null;
}

/** For infinite queries over the lists of the REST interface. */
export const cursorPaging = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor,
};

export function allItems<T>(data: { pages: CursorPage<T>[] }): T[] {
  return data.pages.flatMap((page) => page.items);
}
