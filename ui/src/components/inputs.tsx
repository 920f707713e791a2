import type { ComponentProps } from 'react';
import { cx } from '@/lib/cx';

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cx('h-10 w-full control px-3', className)} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cx('block min-h-24 w-full resize-y control px-3 py-2', className)}
      {...rest}
    />
  );
}

/** A number with its unit inside the frame. */
export function NumberInput({
  unit,
  className,
  ...rest
}: { unit?: string } & ComponentProps<'input'>) {
  return (
    <span className="relative block">
      <input
        type="number"
        inputMode="numeric"
        className={cx('h-10 w-full control px-3', unit && 'pr-14', className)}
        {...rest}
      />
      {unit && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-8 flex items-center text-sm text-ink-faint"
        >
          {unit}
        </span>
      )}
    </span>
  );
}

export function Checkbox({ label, ...rest }: { label: string } & ComponentProps<'input'>) {
  return (
    <label className="flex w-fit items-center gap-2.5 py-1">
      <input type="checkbox" className="size-4.5" {...rest} />
      <span>{label}</span>
    </label>
  );
}
