import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { Select } from '@/components/form/Select';
import { Checkbox } from '@/components/inputs';
import { controlId, PRIORITIES, type FormValues } from './form';
import type { CreateForm } from './useCreateForm';
import { VmTextField } from './VmTextField';

export function MoreFields({ form }: { form: CreateForm }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <VmTextField form={form} field="tags" hint={t('vm.hint.tags')} />
        <Field
          id={controlId('priority')}
          label={t('vm.field.priority')}
          hint={t('vm.hint.priority')}
          errors={form.errorsOf('priority')}
        >
          {(control) => (
            <Select
              {...control}
              value={form.values.priority}
              options={PRIORITIES.map((value) => ({ value, label: t(`job.priority.${value}`) }))}
              onChange={(event) => {
                form.set({ priority: event.target.value as FormValues['priority'] });
              }}
            />
          )}
        </Field>
      </div>
      <Checkbox
        id={controlId('autostart')}
        label={t('vm.create.autostart')}
        checked={form.values.autostart}
        onChange={(event) => {
          form.set({ autostart: event.target.checked });
        }}
      />
    </>
  );
}
