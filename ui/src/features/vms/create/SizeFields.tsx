import { useTranslation } from 'react-i18next';
import type { Image } from '@/api/schema';
import { Field } from '@/components/Field';
import { FilterTabs } from '@/components/FilterTabs';
import { NumberInput } from '@/components/inputs';
import { gibToHold, memorySize } from '@/lib/format';
import { controlId, sizeOf, SIZES, type Size } from './form';
import type { CreateForm } from './useCreateForm';

type SizeChoice = Size['name'] | 'custom';

export function SizeFields({ form, image }: { form: CreateForm; image: Image | undefined }) {
  const { t } = useTranslation();
  const choice: SizeChoice = sizeOf(form.values)?.name ?? 'custom';
  const memory = memorySize(Number(form.values.memoryMib));
  return (
    <>
      <FilterTabs
        label={t('vm.create.sizes')}
        value={choice}
        options={[...SIZES.map((size) => size.name), 'custom' as const].map((value) => ({
          value,
          label: t(`vm.create.size.${value}`),
        }))}
        onChange={(name) => {
          const size = SIZES.find((candidate) => candidate.name === name);
          if (size) {
            form.set({
              vcpus: String(size.vcpus),
              memoryMib: String(size.memoryMib),
              diskGib: String(size.diskGib),
            });
          } else {
            document.getElementById(controlId('vcpus'))?.focus();
          }
        }}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <SizeField form={form} field="vcpus" />
        <SizeField
          form={form}
          field="memoryMib"
          unit={t('unit.mib')}
          {...(memory.unit === 'gigabyte' && {
            hint: t('vm.hint.memory', { size: t('unit.gigabyte', { value: memory.value }) }),
          })}
        />
        <SizeField
          form={form}
          field="diskGib"
          unit={t('unit.gib')}
          {...(image?.virtualSizeBytes && {
            hint: t('vm.hint.disk', {
              size: t('unit.gigabyte', { value: gibToHold(image.virtualSizeBytes) }),
            }),
          })}
        />
      </div>
    </>
  );
}

function SizeField({
  form,
  field,
  unit,
  hint,
}: {
  form: CreateForm;
  field: 'vcpus' | 'memoryMib' | 'diskGib';
  unit?: string;
  hint?: string;
}) {
  const { t } = useTranslation();
  return (
    <Field
      id={controlId(field)}
      label={t(`vm.field.${field}`)}
      hint={hint}
      errors={form.errors.fields[field] ?? []}
    >
      {(control) => (
        <NumberInput
          {...control}
          {...(unit && { unit })}
          min={1}
          value={form.values[field]}
          onChange={(event) => {
            form.set({ [field]: event.target.value });
          }}
        />
      )}
    </Field>
  );
}
