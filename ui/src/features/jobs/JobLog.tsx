import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { JobLogLine } from '@/api/schema';
import { ProblemNotice } from '@/components/ProblemNotice';
import { say } from '@/i18n/say';
import { Skeleton } from '@/components/Skeleton';
import { timeOfDay } from '@/lib/format';
import { jobLogQuery } from './queries';

const NEAR_END_PIXELS = 40;

/** What the attempts of a job wrote. Follows the end as long as the reader is there. */
export function JobLog({ jobId, label }: { jobId: string; label: string }) {
  const { t } = useTranslation();
  const { data: lines, error } = useQuery({
    ...jobLogQuery(jobId),
    refetchInterval: usePolling(),
  });
  const box = useFollowedEnd(lines?.length ?? 0);

  if (error && !lines) return <ProblemNotice error={error} title={t('job.logFailed')} />;
  return (
    <div
      ref={box}
      role="log"
      aria-label={label}
      // Scrolls, so the keyboard must reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="max-h-[min(32rem,70dvh)] min-h-40 scroll-quiet overflow-auto rounded-control bg-sunken p-4 font-mono text-sm"
    >
      {!lines && <LogSkeleton />}
      {lines?.length === 0 && <p className="text-ink-faint">{t('job.logEmpty')}</p>}
      <ol>
        {lines?.map((line, index) => (
          <LogLine
            key={line.seq}
            line={line}
            newAttempt={line.attempt !== lines[index - 1]?.attempt && line.attempt > 1}
          />
        ))}
      </ol>
    </div>
  );
}

/** Written once, however long the log grows; what is out of sight costs the browser nothing. */
const LogLine = memo(function LogLine({
  line,
  newAttempt,
}: {
  line: JobLogLine;
  newAttempt: boolean;
}) {
  const { t, i18n } = useTranslation();
  return (
    <li className="[contain-intrinsic-block-size:auto_1.25rem] [content-visibility:auto]">
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
    </li>
  );
});

function LogSkeleton() {
  return (
    <div className="space-y-2.5">
      <Skeleton className="h-3 w-3/5" />
      <Skeleton className="h-3 w-2/5" />
      <Skeleton className="h-3 w-1/2" />
    </div>
  );
}

function useFollowedEnd(length: number) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const note = () => {
      const rest = element.scrollHeight - element.scrollTop - element.clientHeight;
      atEnd.current = rest < NEAR_END_PIXELS;
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      element.removeEventListener('scroll', note);
    };
  }, []);
  useEffect(() => {
    const element = box.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [length]);
  return box;
}
