import type { FieldError } from '@/api/schema';

export interface SortedErrors<F extends string> {
  /** By the field that a pointer leads into: `/sshKeys/0` belongs to `sshKeys`. */
  fields: Partial<Record<F, string[]>>;
  /** Those that belong to no field of the form. */
  others: string[];
}

/** Sorts what the server found wrong to the fields of a form. */
export function sortErrors<F extends string>(
  errors: FieldError[],
  names: readonly F[],
): SortedErrors<F> {
  const fields: Partial<Record<F, string[]>> = {};
  const others: string[] = [];
  for (const { pointer, detail } of errors) {
    const name = names.find((field) => pointer.split('/')[1] === field);
    if (name) (fields[name] ??= []).push(detail);
    else others.push(detail);
  }
  return { fields, others };
}
