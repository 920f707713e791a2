import { useTranslation } from 'react-i18next';
import { detailOf, ProblemError, UNREACHABLE } from '@/api/problem';

/** What went wrong in one sentence, for where there is no room for a notice. */
export function useProblemText(): (error: Error) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ProblemError)) return t('problem.unexpected');
    return error.status === UNREACHABLE ? t('problem.unreachable') : detailOf(error.problem);
  };
}
