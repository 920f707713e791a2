import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { detailOf, ProblemError, UNREACHABLE } from '@/api/problem';

/** What went wrong in one sentence, for where there is no room for a notice. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      if (!(error instanceof ProblemError)) return t('problem.unexpected');
      return error.status === UNREACHABLE ? t('problem.unreachable') : detailOf(error.problem);
    },
    [t],
  );
}
