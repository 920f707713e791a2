import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { MenuItem } from '@/components/Menu';
import { ProblemNotice } from '@/components/ProblemNotice';
import { isForced, POWER_ACTIONS, POWER_ICONS } from '../power';
import { LIKELY } from '../states';
import type { Power } from './usePower';

/** What one would most likely do in this state, where there is something that stands out. */
export function LikelyPower({ vm, power }: { vm: Vm; power: Power }) {
  const { t } = useTranslation();
  const action = LIKELY[vm.state];
  if (!action) return null;
  return (
    <Button
      icon={POWER_ICONS[action]}
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
export function usePowerItems(vm: Vm, power: Power): MenuItem[] {
  const { t } = useTranslation();
  return POWER_ACTIONS.filter((action) => action !== LIKELY[vm.state]).map((action) => ({
    id: action,
    icon: POWER_ICONS[action],
    label: t(`vm.action.${action}`),
    danger: isForced(action),
    unavailable: power.unavailable(action),
    run: () => {
      power.choose(action);
    },
  }));
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
