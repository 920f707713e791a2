import { useTranslation } from 'react-i18next';
import type { JobState } from '@/api/schema';
import { Pill } from '@/components/Pill';
import { JOB_STATES } from './jobStates';

export function JobStatePill({ state }: { state: JobState }) {
  const { t } = useTranslation();
  const { tone, shape } = JOB_STATES[state];
  return (
    <Pill tone={tone} shape={shape}>
      {t(`job.state.${state}`)}
    </Pill>
  );
}
