import { ProblemError } from '@/api/problem';
import { sortErrors, type FieldFault, type SortedErrors } from '@/lib/fieldErrors';

/** What a refusal says about the fields of a form. A name that is taken is a fault of the name. */
export function vmErrors<F extends string>(
  error: Error | null,
  fields: readonly (F | 'name')[],
): SortedErrors<F | 'name'> {
  if (!(error instanceof ProblemError)) return { fields: {}, others: [] };
  const found: FieldFault[] = [...error.fieldErrors];
  if (error.slug === 'name-taken' && found.length === 0) {
    const { detail, code, args } = error.problem;
    found.push({ pointer: '/name', detail, code: code ?? null, args: args ?? {} });
  }
  return sortErrors(found, fields);
}
