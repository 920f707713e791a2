import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { decimal } from '@/lib/format';

/** One of several filters, as radio buttons that look like tabs: arrow keys move, one tab stop. */
export function FilterTabs<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly {
    value: T;
    label: string;
    /** How many there are; undefined as long as nobody knows, or wants to. */
    count?: number | undefined;
  }[];
  /** Null for none of them. */
  value: T | null;
  onChange: (value: T) => void;
}) {
  const { i18n } = useTranslation();
  const name = useId();
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
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
              className="sr-only"
            />
            <span>{option.label}</span>
            {option.count !== undefined && (
              <span className="text-sm text-ink-faint tabular-nums [:checked~&]:text-paper">
                {decimal(option.count, i18n.language)}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
