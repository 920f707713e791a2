import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobLogLine } from '@/api/schema';
import { say } from '@/i18n/say';
import { timeOfDay } from '@/lib/format';

/** One line, drawn once, however long the log grows. */
export const LogLine = memo(function LogLine({
  line,
  newAttempt,
}: {
  line: JobLogLine;
  newAttempt: boolean;
}) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {newAttempt && (
        <p className="mt-3 mb-1 border-t border-line pt-2 font-sans text-ink-faint">
          {t('job.attemptNumber', { attempt: line.attempt })}
        </p>
      )}
      <div className="flex gap-4">
        <time dateTime={line.at} className="shrink-0 text-ink-faint select-none">
          {timeOfDay(new Date(line.at), i18n.language)}
        </time>
        <span className="min-w-0 break-words whitespace-pre-wrap">{say(line)}</span>
      </div>
    </>
  );
});

/** Whether a line is the first one of an attempt after another. */
export function beginsAttempt(lines: readonly JobLogLine[], index: number): boolean {
  const attempt = lines[index]?.attempt ?? 0;
  return attempt > 1 && attempt !== lines[index - 1]?.attempt;
}
