import { cx } from '@/lib/cx';

/** Something that is on or off, and changes at once. */
export function Switch({
  label,
  hint,
  checked,
  unavailable = false,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  unavailable?: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-disabled={unavailable || undefined}
      onClick={() => {
        if (!unavailable) onChange(!checked);
      }}
      className="group/switch flex w-full items-center gap-3 rounded-control text-left aria-disabled:opacity-45"
    >
      <span
        aria-hidden="true"
        className={cx(
          'flex h-5 w-9 shrink-0 items-center rounded-full border p-0.5 transition-colors',
          checked ? 'justify-end border-ink bg-ink' : 'border-control bg-surface',
        )}
      >
        <span className={cx('size-3.5 rounded-full', checked ? 'bg-paper' : 'bg-control')} />
      </span>
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        {hint && <span className="block text-sm text-ink-faint">{hint}</span>}
      </span>
    </button>
  );
}
