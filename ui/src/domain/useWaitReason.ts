import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';

const REASONS = {
  'place-unreached': 'job.waitReason.placeUnreached',
  'kind-unhandled': 'job.waitReason.kindUnhandled',
} as const;

function isKnown(code: string): code is keyof typeof REASONS {
  return Object.hasOwn(REASONS, code);
}

/** Why no node can begin a job, in words; a reason that the page does not know yet is told as the server tells it. */
export function useWaitReason(): (job: Partial<Pick<Job, 'waitReason'>>) => string | undefined {
  const { t } = useTranslation();
  return ({ waitReason }) => {
    if (!waitReason) return undefined;
    const { code, argument, text } = waitReason;
    return isKnown(code) ? t(REASONS[code], { argument }) : text;
  };
}
