import { useId } from 'react';
import { Icon, type IconName } from './icons';

/** One of a few choices, each a picture and a word. */
export function IconChoice<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: { value: T; label: string; icon: IconName }[];
  value: T;
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="w-fit">
      <legend className="sr-only">{label}</legend>
      <div className="flex rounded-control border border-line p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex h-7 cursor-pointer items-center gap-1.5 rounded-md px-2 text-sm text-ink-soft transition-colors hover:text-ink has-checked:bg-line has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
              className="sr-only"
            />
            <Icon name={option.icon} className="size-4" />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
