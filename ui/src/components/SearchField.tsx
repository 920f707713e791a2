import { Icon } from './icons';

export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className="relative block w-full sm:w-64">
      <span className="sr-only">{label}</span>
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-2.5 size-4.5 -translate-y-1/2 text-ink-faint"
      />
      <input
        type="search"
        value={value}
        placeholder={label}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        className="h-9 w-full control pr-3 pl-9"
      />
    </label>
  );
}
