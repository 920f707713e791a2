import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Icon } from '@/components/icons';
import { useProblemText } from '@/components/useProblemText';
import { useMe } from '@/domain/me';
import { cx } from '@/lib/cx';
import { remember, type Entry, type EntryGroup } from './entries';
import { PaletteInput } from './PaletteInput';
import { useEntries } from './useEntries';

/** The input with what fits it, as a combobox: the focus stays in the input, the arrow keys choose. */
export function PaletteContent({
  text,
  onChange,
  onClose,
}: {
  text: string;
  onChange: (text: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const problemText = useProblemText();
  const { entries, searching, error } = useEntries(text);
  const [chosen, setChosen] = useState(0);
  const index = Math.min(chosen, entries.length - 1);
  const follow = useFollow(onClose);
  const awaitFirst = useFirst(text, entries[0], searching, follow);
  const keyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    const entry = entries[index];
    if (event.key === 'ArrowDown') setChosen(index >= last ? 0 : index + 1);
    else if (event.key === 'ArrowUp') setChosen(index <= 0 ? last : index - 1);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (entry) follow(entry);
      else awaitFirst();
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <PaletteInput
        text={text}
        onChange={(next) => {
          setChosen(0);
          onChange(next);
        }}
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? `${id}-${index}` : undefined}
        onKeyDown={keyDown}
      />
      <div className="border-t border-line" aria-busy={searching}>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('palette.found')}
          className="max-h-[min(26rem,60dvh)] scroll-quiet overflow-y-auto not-empty:py-2"
        >
          {groupsOf(entries).map(([group, from, members]) => (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <p
                id={`${id}-${group}`}
                role="presentation"
                className="px-4 pt-2 pb-1 text-xs font-medium text-ink-faint"
              >
                {t(`palette.group.${group}`)}
              </p>
              {members.map((entry, place) => (
                <Option
                  key={entry.id}
                  id={`${id}-${from + place}`}
                  entry={entry}
                  selected={from + place === index}
                  onPoint={() => {
                    setChosen(from + place);
                  }}
                  onChoose={() => {
                    follow(entry);
                  }}
                />
              ))}
            </div>
          ))}
        </div>
        {(entries.length === 0 || error) && (
          <p className="px-4 py-8 text-center text-ink-soft">{instead()}</p>
        )}
      </div>
      <p role="status" className="sr-only">
        {searching ? '' : t('palette.count', { count: entries.length })}
      </p>
    </>
  );

  function instead(): string {
    if (searching) return t('common.loading');
    return error ? problemText(error) : t('palette.nothing', { text: text.trim() });
  }
}

function Option({
  id,
  entry: { icon, label, aside },
  selected,
  onPoint,
  onChoose,
}: {
  id: string;
  entry: Entry;
  selected: boolean;
  onPoint: () => void;
  onChoose: () => void;
}) {
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the input has the focus and the keys
    <div
      id={id}
      ref={(option) => {
        if (selected) option?.scrollIntoView({ block: 'nearest' });
      }}
      role="option"
      aria-selected={selected}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={cx(
        'mx-2 flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5',
        selected ? 'bg-sunken text-ink' : 'text-ink-soft',
      )}
    >
      <Icon name={icon} className="size-4.5" />
      <span className="min-w-0 truncate">{label}</span>
      {aside && <span className="ml-auto shrink-0 text-sm text-ink-faint">{aside}</span>}
    </div>
  );
}

/** Follows the first entry of a text once it is found, for whoever has pressed Enter before. */
function useFirst(
  text: string,
  first: Entry | undefined,
  searching: boolean,
  follow: (entry: Entry) => void,
): () => void {
  const [wanted, setWanted] = useState<string>();
  const due = wanted === text && !searching && first !== undefined;
  const followFirst = useEffectEvent(() => {
    if (first) follow(first);
  });
  useEffect(() => {
    if (due) followFirst();
  }, [due]);
  return () => {
    setWanted(text);
  };
}

/** Goes to it, or does it, and remembers that. */
function useFollow(onClose: () => void): (entry: Entry) => void {
  const me = useMe();
  const navigate = useNavigate();
  return (entry) => {
    remember(me.id, entry);
    onClose();
    if ('to' in entry.way) void navigate(entry.way.to);
    else entry.way.run();
  };
}

/** The entries by their groups, each with the number of its first one. */
function groupsOf(entries: readonly Entry[]): [EntryGroup, number, Entry[]][] {
  const groups: [EntryGroup, number, Entry[]][] = [];
  for (const [number, entry] of entries.entries()) {
    const last = groups.at(-1);
    if (last?.[0] === entry.group) last[2].push(entry);
    else groups.push([entry.group, number, [entry]]);
  }
  return groups;
}
