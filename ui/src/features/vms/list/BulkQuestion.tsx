import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { detailOf } from '@/api/problem';
import type { BulkPlan, Job } from '@/api/schema';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Skeleton } from '@/components/Skeleton';
import { randomKey } from '@/lib/random';
import { bulkPlanQuery, useBulkAction, type BulkTargets } from '../queries';
import type { BulkAction } from './VmBulk';

/** So many names are told; of more, how many. */
const MOST_NAMES = 200;

/**
 * Asks once before something is done to many: which VMs it would be done to, and which are skipped and why. It is then done to
 * exactly those, also if the search finds others by then.
 */
export function BulkQuestion({
  action,
  targets,
  harmful,
  onDone,
  onClose,
}: {
  action: BulkAction;
  targets: BulkTargets;
  harmful: boolean;
  onDone: (job: Job) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const plan = useQuery(bulkPlanQuery(action, targets));
  const act = useBulkAction();
  // Confirming once more after no answer came must not do it twice.
  const [key] = useState(randomKey);
  const ids = plan.data?.targets.map(({ id }) => id) ?? [];
  const error = act.error ?? plan.error;
  return (
    <Dialog
      title={
        plan.data
          ? t(`vm.bulk.title.${action}`, { count: ids.length })
          : t(`vm.bulk.action.${action}`)
      }
      onClose={() => {
        act.abandon();
        onClose();
      }}
    >
      {plan.isPending && <Skeleton className="mt-4 h-24" />}
      {plan.data && <Plan plan={plan.data} />}
      {harmful && ids.length > 0 && (
        <p className="mt-4 text-pretty text-ink-soft">{t(`vm.bulk.harm.${harmOf(action)}`)}</p>
      )}
      {error && (
        <div className="mt-4">
          <ProblemNotice error={error} />
        </div>
      )}
      <div className="mt-6 flex justify-end gap-2">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          look={harmful ? 'danger' : 'primary'}
          unavailable={ids.length === 0 || act.isPending}
          onClick={() => {
            act.mutate({ action, ids, key }, { onSuccess: onDone });
          }}
        >
          {t(`vm.bulk.action.${action}`)}
        </Button>
      </div>
    </Dialog>
  );
}

function harmOf(action: BulkAction): 'delete' | 'force' {
  return action === 'delete' ? 'delete' : 'force';
}

function Plan({ plan: { targets, skipped } }: { plan: BulkPlan }) {
  const { t } = useTranslation();
  return (
    <div className="mt-4 max-h-[50dvh] space-y-4 overflow-y-auto">
      {targets.length > 0 ? (
        <Names title={t('vm.bulk.targets', { count: targets.length })} names={targets} />
      ) : (
        <p className="text-ink-soft">{t('vm.bulk.noTargets')}</p>
      )}
      {[...byReason(skipped)].map(([reason, left]) => (
        <Names
          key={reason}
          title={t('vm.bulk.skipped', {
            count: left.length,
            reason: left[0] && detailOf(left[0].problem),
          })}
          names={left.map(({ vm }) => vm)}
        />
      ))}
    </div>
  );
}

type Left = BulkPlan['skipped'][number];

/** Those that are skipped, by what is said of why; in the words of the server where it has no code. */
function byReason(skipped: readonly Left[]): Map<string, Left[]> {
  const reasons = new Map<string, Left[]>();
  for (const left of skipped) {
    const { code, args } = left.problem;
    const reason = code ? `${code} ${JSON.stringify(args)}` : detailOf(left.problem);
    reasons.set(reason, [...(reasons.get(reason) ?? []), left]);
  }
  return reasons;
}

function Names({ title, names }: { title: string; names: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="mb-1.5 font-medium">{title}</h3>
      <ul className="flex flex-wrap gap-1">
        {names.slice(0, MOST_NAMES).map(({ id, name }) => (
          <li key={id} className="rounded-md border border-line px-1.5 font-mono text-sm">
            {name}
          </li>
        ))}
        {names.length > MOST_NAMES && (
          <li className="text-sm text-ink-faint">
            {t('vm.bulk.others', { count: names.length - MOST_NAMES })}
          </li>
        )}
      </ul>
    </section>
  );
}
