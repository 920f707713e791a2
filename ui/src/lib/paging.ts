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

/** A list that was asked for as a whole, as one that could have more pages. */
export function asList<T>(query: {
  data: T[] | undefined;
  error: Error | null;
  isPlaceholderData: boolean;
}) {
  return {
    ...query,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => Promise.resolve(),
  };
}
