import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';
import { say } from '@/i18n/say';

const REASONS = {
  'place-unreached': 'job.waitReason.placeUnreached',
  'kind-unhandled': 'job.waitReason.kindUnhandled',
} as const;

function isKnown(code: string): code is keyof typeof REASONS {
  return Object.hasOwn(REASONS, code);
}

type Reason = NonNullable<Job['waitReason']>;

/** A server of an older version tells no places. */
interface Waiting {
  waitReason?: (Omit<Reason, 'places'> & Partial<Pick<Reason, 'places'>>) | null;
}

/** Why no node can begin a job, in words; a reason that the page does not know yet is told as the server tells it. */
export function useWaitReason(): (job: Waiting) => string | undefined {
  const { t } = useTranslation();
  return ({ waitReason }) => {
    if (!waitReason) return undefined;
    const { code, argument, text, places = [] } = waitReason;
    const named = places.map(say).join(', ');
    return isKnown(code) ? t(REASONS[code], { argument: named === '' ? argument : named }) : text;
  };
}
