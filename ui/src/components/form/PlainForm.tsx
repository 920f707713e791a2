import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { ProblemError } from '@/api/problem';
import { sortErrors } from '@/lib/fieldErrors';
import { Button } from '../Button';
import { Field } from '../Field';
import { TextInput } from '../inputs';
import { ProblemNotice } from '../ProblemNotice';

/** A field of a form, which the server names as it does. */
export interface PlainField<F extends string> {
  name: F;
  label: string;
  type: 'text' | 'email' | 'password';
  autoComplete: string;
  hint?: ReactNode;
  /** What it begins with. */
  value?: string;
}

/** A few fields and one thing to do with them. What the server finds wrong stands at the fields, the first of which is gone to. */
export function PlainForm<F extends string>({
  fields,
  action,
  danger = false,
  pending,
  error,
  onSubmit,
}: {
  fields: readonly PlainField<F>[];
  action: string;
  danger?: boolean;
  pending: boolean;
  error: Error | null;
  onSubmit: (values: Record<F, string>) => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const names = fields.map(({ name }) => name);
  const faults = error instanceof ProblemError ? error.fieldErrors : [];
  const { fields: wrong, others } = sortErrors(faults, names);
  const first = names.find((name) => wrong[name]);

  useEffect(() => {
    if (error && first) form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  }, [error, first]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    onSubmit(
      Object.fromEntries(names.map((name) => [name, text(data, name)])) as Record<F, string>,
    );
  };

  return (
    <form ref={form} onSubmit={submit} className="space-y-5">
      {error && (!first || others.length > 0) && <ProblemNotice error={error} />}
      {fields.map(({ name, label, hint, type, autoComplete, value }) => (
        <Field key={name} label={label} hint={hint} errors={wrong[name] ?? []}>
          {(control) => (
            <TextInput
              {...control}
              name={name}
              type={type}
              autoComplete={autoComplete}
              defaultValue={value}
              required
            />
          )}
        </Field>
      ))}
      <Button
        type="submit"
        look={danger ? 'danger' : 'primary'}
        className="h-10 w-full"
        unavailable={pending}
      >
        {action}
      </Button>
    </form>
  );
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
