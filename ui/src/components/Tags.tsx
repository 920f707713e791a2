/** Labels. One such as `prod/web` is a place in a tree: what is above it stands back. */
export function Tags({ tags }: { tags: readonly string[] }) {
  return tags.map((tag) => {
    const own = tag.lastIndexOf('/') + 1;
    return (
      <span
        key={tag}
        className="inline-flex h-5 items-center rounded-md border border-line px-1.5 text-xs text-ink-soft"
      >
        {own > 0 && <span className="text-ink-faint">{tag.slice(0, own)}</span>}
        {tag.slice(own)}
      </span>
    );
  });
}
