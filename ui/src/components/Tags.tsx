export function Tags({ tags }: { tags: string[] }) {
  return tags.map((tag) => (
    <span
      key={tag}
      className="inline-flex h-5 items-center rounded-md border border-line px-1.5 text-xs text-ink-soft"
    >
      {tag}
    </span>
  ));
}
