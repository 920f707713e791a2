import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Image, Preset } from '@/api/schema';
import { FilterTabs } from '@/components/FilterTabs';
import { gibToHold, memorySize } from '@/lib/format';
import { presetsQuery } from '../presets/queries';
import { usePresetName } from '../presets/usePresetName';
import { controlId, type FormValues } from './form';
import type { CreateForm } from './useCreateForm';
import { VmNumberField } from './VmNumberField';

/** A name that no preset has. */
const CUSTOM = '';

export function SizeFields({ form, image }: { form: CreateForm; image: Image | undefined }) {
  const { t } = useTranslation();
  const memory = memorySize(Number(form.values.memoryMib));
  return (
    <>
      <PresetChoice form={form} />
      <div className="grid items-start gap-5 sm:grid-cols-3">
        <VmNumberField form={form} field="vcpus" />
        <VmNumberField
          form={form}
          field="memoryMib"
          unit={t('unit.mib')}
          {...(memory.unit === 'gigabyte' && {
            hint: t('vm.hint.memory', { size: t('unit.gigabyte', { value: memory.value }) }),
          })}
        />
        <VmNumberField
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

/** The usual sizes. Where there are none, or they can't be loaded, a size is typed. */
function PresetChoice({ form }: { form: CreateForm }) {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const { data: presets = [] } = useQuery(presetsQuery);
  if (presets.length === 0) return null;
  return (
    <FilterTabs
      label={t('vm.create.sizes')}
      value={presets.find((preset) => isChosen(preset, form.values))?.name ?? CUSTOM}
      options={[
        ...presets.map(({ name }) => ({ value: name, label: presetName(name) })),
        { value: CUSTOM, label: t('vm.create.size.custom') },
      ]}
      onChange={(chosen) => {
        const preset = presets.find(({ name }) => name === chosen);
        if (preset) form.set(sizeOf(preset));
        else document.getElementById(controlId('vcpus'))?.focus();
      }}
    />
  );
}

function sizeOf({ vcpus, memoryMib, diskGib }: Preset) {
  return { vcpus: String(vcpus), memoryMib: String(memoryMib), diskGib: String(diskGib) };
}

function isChosen(preset: Preset, values: FormValues): boolean {
  const { vcpus, memoryMib, diskGib } = sizeOf(preset);
  return vcpus === values.vcpus && memoryMib === values.memoryMib && diskGib === values.diskGib;
}
