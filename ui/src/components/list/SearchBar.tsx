import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { Icon } from '@/components/icons';
import { cx } from '@/lib/cx';
import { SearchMarks } from './SearchMarks';
import { SearchOffers } from './SearchOffers';
import { suggestions, type SearchKey, type Suggestion } from './suggestions';

const TEXT = 'pr-9 pl-9 text-base max-md:text-[1rem]';

/**
 * The search of a list: what is typed, with its terms marked, and what can be said next. It is a text like any other; the
 * suggestions are chosen by arrow keys and Enter, or by a click.
 */
export function SearchBar({
  label,
  placeholder,
  text,
  onText,
  keys,
  error,
  ref,
}: {
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  keys: readonly SearchKey[];
  /** What the server does not understand, and why. */
  error?: { text: string; remedy?: string | undefined } | undefined;
  ref?: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [caret, setCaret] = useState<number>();
  const [chosen, setChosen] = useState(-1);
  const own = useRef<HTMLInputElement>(null);
  const input = ref ?? own;
  const [scrolled, setScrolled] = useState(0);
  const offered = caret === undefined ? [] : suggestions(keys, text, caret);
  const open = offered.length > 0;

  const accept = (suggestion: Suggestion) => {
    onText(suggestion.text);
    setChosen(-1);
    setCaret(suggestion.caret);
    input.current?.focus();
    requestAnimationFrame(() =>
      input.current?.setSelectionRange(suggestion.caret, suggestion.caret),
    );
  };
  const close = () => {
    setCaret(undefined);
    setChosen(-1);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const taken = offered[chosen];
    const count = offered.length;
    if (event.key === 'ArrowDown' && !open) setCaret(event.currentTarget.selectionStart ?? 0);
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % count);
    else if (event.key === 'ArrowUp' && open) setChosen((Math.max(chosen, 0) - 1 + count) % count);
    else if (event.key === 'Enter' && taken) accept(taken);
    else if (event.key === 'Enter' || (event.key === 'Escape' && open)) close();
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
  };

  return (
    <div className="min-w-0 flex-1">
      <div className="relative">
        <Icon
          name="search"
          className="pointer-events-none absolute top-2.5 left-2.5 z-1 size-4.5 text-ink-faint"
        />
        <SearchMarks text={text} scrolled={scrolled} className={TEXT} wrong={!!error} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen >= 0 && open ? `${id}-${chosen}` : undefined}
          aria-invalid={!!error || undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            setCaret(event.target.selectionStart ?? event.target.value.length);
            setChosen(-1);
          }}
          onClick={(event) => {
            setCaret(event.currentTarget.selectionStart ?? 0);
          }}
          onKeyDown={press}
          onScroll={(event) => {
            setScrolled(event.currentTarget.scrollLeft);
          }}
          onBlur={close}
          className={cx('relative h-9 w-full control bg-transparent!', TEXT)}
        />
        {text !== '' && (
          <IconButton
            icon="close"
            label={t('list.clearSearch')}
            onClick={() => {
              onText('');
              input.current?.focus();
            }}
            className="absolute top-0.5 right-0.5"
          />
        )}
        <SearchOffers id={id} label={label} offered={offered} chosen={chosen} onAccept={accept} />
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-sm text-fail">
          {error.text}
          {error.remedy && <span className="text-ink-soft"> {error.remedy}</span>}
        </p>
      )}
    </div>
  );
}
