import { useId } from 'react';
import { Icon, type IconName } from './icons';

/** One of a few choices, each a picture with a spoken name. */
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
            title={option.label}
            className="relative grid size-7 cursor-pointer place-items-center rounded-md text-ink-faint transition-colors hover:text-ink has-checked:bg-line has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name={name}
              aria-label={option.label}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
              className="sr-only"
            />
            <Icon name={option.icon} className="size-4" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
