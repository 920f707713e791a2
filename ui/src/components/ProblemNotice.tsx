import { useTranslation } from 'react-i18next';
import type { Ref } from 'react';
import { detailOf, ProblemError, remedyOf, titleOf, UNREACHABLE } from '@/api/problem';
import type { Problem } from '@/api/schema';
import { Notice } from './Notice';

/** What went wrong, as the server tells it, with what the reader can do about it. */
export function ProblemNotice({
  error,
  title,
  alert = true,
  className,
  ref,
}: {
  error: Error | Problem;
  title?: string | undefined;
  alert?: boolean;
  className?: string;
  ref?: Ref<HTMLDivElement>;
}) {
  const { t } = useTranslation();
  const problem = problemOf(error);
  const heading = title ?? (problem ? titleOf(problem) : t('problem.unexpected'));
  const unreachable = problem?.status === UNREACHABLE;
  const detail = unreachable ? t('problem.unreachable') : problem && detailOf(problem);
  const remedy = unreachable ? t('problem.unreachableRemedy') : problem && remedyOf(problem);
  return (
    <Notice
      tone="fail"
      title={unreachable && !title ? t('problem.unreachableTitle') : heading}
      alert={alert}
      {...(className && { className })}
      {...(ref && { ref })}
    >
      {detail && detail !== heading && <p className="break-words">{detail}</p>}
      {!problem && <p>{t('problem.unexpectedRemedy')}</p>}
      {remedy && <p className="text-ink-soft">{remedy}</p>}
      {problem?.incident && (
        <p className="text-sm text-ink-soft">
          {t('problem.incident')} <code className="font-mono">{problem.incident}</code>
        </p>
      )}
    </Notice>
  );
}

function problemOf(error: Error | Problem): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  return error instanceof Error ? undefined : error;
}
