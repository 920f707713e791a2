import { useId, type ReactNode } from 'react';

export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A labelled control with its hint and its errors, tied together for screen readers. */
export function Field({
  id: givenId,
  label,
  hint,
  optional,
  errors = [],
  children,
}: {
  id?: string;
  label: string;
  hint?: ReactNode;
  optional?: string | undefined;
  errors?: string[];
  children: (control: FieldControl) => ReactNode;
}) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, errors.length > 0 && errorId].filter(Boolean).join(' ');
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 flex items-baseline gap-2 font-medium">
        {label}
        {optional && <span className="text-sm font-normal text-ink-faint">{optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': errors.length > 0 || undefined,
      })}
      {hint && (
        <p id={hintId} className="mt-1.5 text-sm text-ink-faint">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={errorId} className="mt-1.5 text-sm font-medium text-fail">
          {errors.join(' ')}
        </p>
      )}
    </div>
  );
}
