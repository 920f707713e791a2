import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import type { ManagedUser } from '@/api/schema';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { NumberInput } from '@/components/inputs';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { sortErrors } from '@/lib/fieldErrors';
import { useUpdateUser } from './queries';

type Amount = keyof ManagedUser['quota'];

const AMOUNTS: readonly { name: Amount; unit?: string }[] = [
  { name: 'vms' },
  { name: 'vcpus' },
  { name: 'memoryMib', unit: 'MiB' },
  { name: 'diskGib', unit: 'GiB' },
];

/** What one account may have, where that differs from what all may. */
export function UserQuota({ user }: { user: ManagedUser }) {
  const { t } = useTranslation();
  const say = useToast();
  const update = useUpdateUser(user);
  const [texts, setTexts] = useState(() => textsOf(user.quota));
  const labels: Record<Amount, string> = {
    vms: t('vm.list.title'),
    vcpus: t('vm.field.vcpus'),
    memoryMib: t('vm.field.memory'),
    diskGib: t('vm.field.disk'),
  };
  const faults = update.error instanceof ProblemError ? update.error.fieldErrors : [];
  const { fields: wrong } = sortErrors(
    faults.map((fault) => ({ ...fault, pointer: fault.pointer.replace('/quota', '') })),
    AMOUNTS.map(({ name }) => name),
  );
  return (
    <Panel title={t('user.quota.title')}>
      <form
        className="space-y-5 px-5 py-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (update.isPending) return;
          update.mutate(
            { quota: amountsOf(texts) },
            {
              onSuccess: () => {
                say(t('user.done.quota'));
              },
            },
          );
        }}
      >
        <p className="text-sm text-pretty text-ink-soft">{t('user.quota.lead')}</p>
        {update.error && faults.length === 0 && <ProblemNotice error={update.error} />}
        <div className="grid gap-5 sm:grid-cols-2">
          {AMOUNTS.map(({ name, unit }) => (
            <Field key={name} label={labels[name]} errors={wrong[name] ?? []}>
              {(control) => (
                <NumberInput
                  {...control}
                  {...(unit && { unit })}
                  min={0}
                  step={1}
                  placeholder={t('user.quota.common')}
                  value={texts[name]}
                  onChange={(event) => {
                    setTexts({ ...texts, [name]: event.target.value });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
        <Button type="submit" unavailable={update.isPending}>
          {t('user.quota.submit')}
        </Button>
      </form>
    </Panel>
  );
}

function textsOf(quota: ManagedUser['quota']): Record<Amount, string> {
  const text = (amount: number | null) => amount?.toString() ?? '';
  return {
    vms: text(quota.vms),
    vcpus: text(quota.vcpus),
    memoryMib: text(quota.memoryMib),
    diskGib: text(quota.diskGib),
  };
}

function amountsOf(texts: Record<Amount, string>): ManagedUser['quota'] {
  const amount = (text: string) => (text === '' ? null : Number(text));
  return {
    vms: amount(texts.vms),
    vcpus: amount(texts.vcpus),
    memoryMib: amount(texts.memoryMib),
    diskGib: amount(texts.diskGib),
  };
}
