import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { NumberInput, TextInput } from '@/components/inputs';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useMe } from '@/domain/me';
import { useDraft } from '@/lib/useDraft';
import { vmErrors } from '../vmErrors';
import { usePutPreset } from './queries';

const EMPTY = { name: '', vcpus: '', memoryMib: '', diskGib: '' };
const SIZES = ['vcpus', 'memoryMib', 'diskGib'] as const;

/** Adds a size, or replaces the one of its name. */
export function PresetForm() {
  const { t } = useTranslation();
  const say = useToast();
  const put = usePutPreset();
  const { values, set } = useDraft(`${useMe().id}.preset`, EMPTY);
  const { fields } = vmErrors(put.error, SIZES);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (put.isPending || values.name.trim() === '') return;
    const [vcpus, memoryMib, diskGib] = SIZES.map((field) => Number(values[field]));
    put.mutate(
      {
        name: values.name.trim(),
        size: { vcpus: vcpus ?? 0, memoryMib: memoryMib ?? 0, diskGib: diskGib ?? 0 },
      },
      {
        onSuccess: () => {
          set(EMPTY);
          say(t('preset.saved'));
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className="border-t border-line pt-4">
      <h3 className="font-medium">{t('preset.addTitle')}</h3>
      <p className="mb-3 text-sm text-ink-faint">{t('preset.addHint')}</p>
      {put.error && Object.keys(fields).length === 0 && (
        <ProblemNotice error={put.error} className="mb-3" />
      )}
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1.5fr)_repeat(3,minmax(0,1fr))]">
        <Field label={t('vm.field.name')} errors={fields.name ?? []}>
          {(control) => (
            <TextInput
              {...control}
              value={values.name}
              autoComplete="off"
              autoCapitalize="none"
              onChange={(event) => {
                set({ name: event.target.value });
              }}
            />
          )}
        </Field>
        {SIZES.map((field) => (
          <Field key={field} label={t(`vm.field.${field}`)} errors={fields[field] ?? []}>
            {(control) => (
              <NumberInput
                {...control}
                {...(field !== 'vcpus' && {
                  unit: field === 'memoryMib' ? t('unit.mib') : t('unit.gib'),
                })}
                min={1}
                value={values[field]}
                onChange={(event) => {
                  set({ [field]: event.target.value });
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <Button type="submit" className="mt-4" unavailable={put.isPending}>
        {t('preset.add')}
      </Button>
    </form>
  );
}
