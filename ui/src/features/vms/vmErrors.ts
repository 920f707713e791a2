import { detailOf, ProblemError } from '@/api/problem';
import { sortErrors, type FieldFault, type SortedErrors } from '@/lib/fieldErrors';

/** What a refusal says about the fields of a form. A name that is taken is a fault of the name. */
export function vmErrors<F extends string>(
  error: Error | null,
  fields: readonly (F | 'name')[],
): SortedErrors<F | 'name'> {
  if (!(error instanceof ProblemError)) return { fields: {}, others: [] };
  const found: FieldFault[] = [...error.fieldErrors];
  if (error.slug === 'name-taken' && found.length === 0) {
    found.push({ pointer: '/name', detail: detailOf(error.problem) });
  }
  return sortErrors(found, fields);
}
