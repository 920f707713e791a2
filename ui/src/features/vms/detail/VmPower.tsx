import { useTranslation } from 'react-i18next';
import type { PowerAction, Vm } from '@/api/schema';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { IconName } from '@/components/icons';
import { Action } from '@/components/detail/ActionMenu';
import { ProblemNotice } from '@/components/ProblemNotice';
import { LIKELY } from '../states';
import { isForced, type Power } from './usePower';

const ICONS: Record<PowerAction, IconName> = {
  start: 'play',
  pause: 'pause',
  resume: 'resume',
  shutdown: 'power',
  reboot: 'reboot',
  stop: 'plug',
  reset: 'reset',
};

/** In the order of harm: what the guest is asked for first, what is done to it last. */
const ACTIONS = ['start', 'resume', 'pause', 'reboot', 'shutdown', 'reset', 'stop'] as const;

/** What one would most likely do in this state, where there is something that stands out. */
export function LikelyPower({ vm, power }: { vm: Vm; power: Power }) {
  const { t } = useTranslation();
  const action = LIKELY[vm.state];
  if (!action) return null;
  return (
    <Button
      icon={ICONS[action]}
      look="primary"
      unavailable={power.pending}
      onClick={() => {
        power.choose(action);
      }}
    >
      {t(`vm.action.${action}`)}
    </Button>
  );
}

/** All other changes of the power, as items of a menu. */
export function PowerItems({ vm, power }: { vm: Vm; power: Power }) {
  const { t } = useTranslation();
  return ACTIONS.filter((action) => action !== LIKELY[vm.state]).map((action) => (
    <Action
      key={action}
      icon={ICONS[action]}
      harmful={isForced(action)}
      unavailable={power.unavailable(action)}
      onChoose={() => {
        power.choose(action);
      }}
    >
      {t(`vm.action.${action}`)}
    </Action>
  ));
}

/** The question before the guest is forced, and what went wrong with what was asked for. */
export function PowerOutcome({ vm, power }: { vm: Vm; power: Power }) {
  const { t } = useTranslation();
  const { confirming, error } = power;
  if (!confirming) return error && <ProblemNotice error={error} />;
  return (
    <ConfirmDialog
      title={t(`vm.force.${confirming}.title`, { name: vm.name })}
      text={<p>{t(`vm.force.${confirming}.text`)}</p>}
      confirm={t(`vm.action.${confirming}`)}
      busy={power.pending}
      error={error && <ProblemNotice error={error} />}
      onConfirm={() => {
        power.run(confirming);
      }}
      onClose={power.close}
    />
  );
}
