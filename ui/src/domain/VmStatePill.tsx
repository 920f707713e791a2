import { useTranslation } from 'react-i18next';
import type { VmState } from '@/api/schema';
import { Pill } from '@/components/Pill';
import { VM_STATES } from './vmStates';

export function VmStatePill({ state }: { state: VmState }) {
  const { t } = useTranslation();
  const { tone, shape } = VM_STATES[state];
  return (
    <Pill tone={tone} shape={shape}>
      {t(`vm.state.${state}`)}
    </Pill>
  );
}
