import { ProblemError, remedyOf } from '@/api/problem';
import { sortErrors } from '@/lib/fieldErrors';

/**
 * What the server does not understand of a search, if that is what is wrong.
 *
 * @param names the parameters that are made of what is typed
 */
export function searchFault(
  error: Error | null,
  names: readonly string[] = ['q'],
): { text: string; remedy?: string } | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const { fields } = sortErrors(error.fieldErrors, names);
  const text = Object.values(fields).flat().join(' ');
  const remedy = remedyOf(error.problem);
  return text === '' ? undefined : { text, ...(remedy && { remedy }) };
}
