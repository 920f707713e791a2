import type { Job, JobState } from '@/api/schema';
import type { GlyphShape } from '@/components/Glyph';
import type { Tone } from '@/components/Pill';

interface StateLook {
  tone: Tone;
  shape: GlyphShape;
  /** Nothing more happens by itself. */
  final: boolean;
}

export const JOB_STATES: Record<JobState, StateLook> = {
  SCHEDULED: { tone: 'quiet', shape: 'waiting', final: false },
  AVAILABLE: { tone: 'quiet', shape: 'waiting', final: false },
  RUNNING: { tone: 'busy', shape: 'working', final: false },
  RETRYABLE: { tone: 'warn', shape: 'waiting', final: false },
  COMPLETED: { tone: 'quiet', shape: 'done', final: true },
  DISCARDED: { tone: 'fail', shape: 'broken', final: true },
  CANCELLED: { tone: 'quiet', shape: 'broken', final: true },
};

export function canCancel(state: JobState): boolean {
  return !JOB_STATES[state].final;
}

/** Whether it only stands for its parts, so that no worker ever had it. */
export function isWithoutAttempt({
  attempt,
  startedAt,
}: Pick<Job, 'attempt' | 'startedAt'>): boolean {
  return attempt === 0 && startedAt !== null;
}

export function canRetry(state: JobState): boolean {
  return state === 'DISCARDED' || state === 'CANCELLED';
}
