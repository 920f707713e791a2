import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Skeleton } from '@/components/Skeleton';
import { beginsAttempt, LogLine } from './LogLine';
import { LongLog } from './LongLog';
import { jobLogQuery } from './queries';

const NEAR_END_PIXELS = 40;

/** A log that is not longer is there as a whole, so that a screen reader or a search in the page finds all of it. */
const MOST_DRAWN = 1_000;
/** What is out of sight costs the browser nothing. */
const OUT_OF_SIGHT = '[contain-intrinsic-block-size:auto_1.25rem] [content-visibility:auto]';

/** What the attempts of a job wrote. Follows the end as long as the reader is there. */
export function JobLog({ jobId, label }: { jobId: string; label: string }) {
  const { t } = useTranslation();
  const { data: lines, error } = useQuery({
    ...jobLogQuery(jobId),
    refetchInterval: usePolling(),
  });
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  useFollowedEnd(box, lines?.length ?? 0);

  if (error && !lines) return <ProblemNotice error={error} title={t('job.logFailed')} />;
  return (
    <div
      ref={setBox}
      role="log"
      aria-label={label}
      // Scrolls, so the keyboard must reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="max-h-[min(32rem,70dvh)] min-h-40 scroll-quiet overflow-auto rounded-control bg-sunken p-4 font-mono text-sm"
    >
      {!lines && <LogSkeleton />}
      {lines?.length === 0 && <p className="text-ink-faint">{t('job.logEmpty')}</p>}
      {lines && box && lines.length > MOST_DRAWN ? (
        <LongLog lines={lines} box={box} />
      ) : (
        <ol>
          {lines?.map((line, index) => (
            <li key={line.seq} className={OUT_OF_SIGHT}>
              <LogLine line={line} newAttempt={beginsAttempt(lines, index)} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function LogSkeleton() {
  return (
    <div className="space-y-2.5">
      <Skeleton className="h-3 w-3/5" />
      <Skeleton className="h-3 w-2/5" />
      <Skeleton className="h-3 w-1/2" />
    </div>
  );
}

function useFollowedEnd(box: HTMLElement | null, length: number): void {
  const atEnd = useRef(true);
  useEffect(() => {
    if (!box) return;
    const note = () => {
      const rest = box.scrollHeight - box.scrollTop - box.clientHeight;
      atEnd.current = rest < NEAR_END_PIXELS;
    };
    box.addEventListener('scroll', note, { passive: true });
    return () => {
      box.removeEventListener('scroll', note);
    };
  }, [box]);
  useEffect(() => {
    if (box && atEnd.current) box.scrollTo(0, box.scrollHeight);
  }, [box, length]);
}
