import type { Suggestion } from './suggestions';

/** What can be said next, below the search. The input has the focus, and says which one is chosen. */
export function SearchOffers({
  id,
  label,
  offered,
  chosen,
  onAccept,
}: {
  id: string;
  label: string;
  offered: readonly Suggestion[];
  chosen: number;
  onAccept: (suggestion: Suggestion) => void;
}) {
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      hidden={offered.length === 0}
      className="absolute top-full left-0 z-10 mt-1 max-h-80 w-full max-w-md overflow-y-auto rounded-control border border-line bg-raised p-1 shadow-raised"
    >
      {offered.map((suggestion, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the input has the focus and handles the keys
        <div
          key={suggestion.label}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onAccept(suggestion);
          }}
          className="flex cursor-pointer items-baseline justify-between gap-4 rounded-md px-2.5 py-1.5 hover:bg-hover aria-selected:bg-sunken"
        >
          <code className="font-mono text-sm">{suggestion.label}</code>
          {suggestion.hint && (
            <span className="truncate text-sm text-ink-faint">{suggestion.hint}</span>
          )}
        </div>
      ))}
    </div>
  );
}
