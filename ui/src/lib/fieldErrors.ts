import type { FieldError } from '@/api/schema';
import { say } from '@/i18n/say';

/** What is wrong with a field; without a code it is said as it is. */
export type FieldFault = Pick<FieldError, 'pointer' | 'detail'> & Partial<FieldError>;

export interface SortedErrors<F extends string> {
  /** By the field that a pointer leads into: `/sshKeys/0` belongs to `sshKeys`. */
  fields: Partial<Record<F, string[]>>;
  /** Those that belong to no field of the form. */
  others: string[];
}

/** Sorts what the server found wrong to the fields of a form, in the reader's language. */
export function sortErrors<F extends string>(
  errors: FieldFault[],
  names: readonly F[],
): SortedErrors<F> {
  const fields: Partial<Record<F, string[]>> = {};
  const others: string[] = [];
  for (const { pointer, detail, code, args } of errors) {
    const text = say({ text: detail, code, args });
    const name = names.find((field) => pointer.split('/')[1] === field);
    if (name) (fields[name] ??= []).push(text);
    else others.push(text);
  }
  return { fields, others };
}
