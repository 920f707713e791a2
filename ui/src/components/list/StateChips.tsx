import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** A state that a list can be narrowed to. */
export interface ListState {
  value: string;
  label: string;
  /** How many there are; undefined as long as nobody knows. */
  count?: number | undefined;
}

const ALL = '';

/** The states with how many are in each: radio buttons, so that arrow keys move and there is one tab stop. */
export function StateChips({
  label,
  states,
  total,
  value,
  onChange,
}: {
  label: string;
  states: readonly ListState[];
  total: number | undefined;
  value: string | undefined;
  onChange: (state: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  const options = [{ value: ALL, label: t('common.all'), count: total }, ...states];
  return (
    <fieldset className="-mx-1 min-w-0 scroll-quiet overflow-x-auto px-1 py-1">
      <legend className="sr-only">{label}</legend>
      <div className="flex w-max gap-1">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex cursor-pointer items-center gap-1.5 rounded-full px-3 py-1 text-ink-soft transition-colors select-none hover:bg-sunken hover:text-ink has-checked:bg-ink has-checked:font-medium has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === (value ?? ALL)}
              onChange={() => {
                onChange(option.value === ALL ? undefined : option.value);
              }}
              className="sr-only"
            />
            <span>{option.label}</span>
            {option.count !== undefined && (
              <span className="text-sm text-ink-faint tabular-nums [:checked~&]:text-paper">
                {option.count}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
