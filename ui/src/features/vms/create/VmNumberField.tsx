import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { NumberInput } from '@/components/inputs';
import { controlId, type NumberField } from './form';
import type { CreateForm } from './useCreateForm';

export function VmNumberField({
  form,
  field,
  unit,
  hint,
}: {
  form: CreateForm;
  field: NumberField;
  unit?: string;
  hint?: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Field
      id={controlId(field)}
      label={t(`vm.field.${field}`)}
      hint={hint}
      errors={form.errorsOf(field)}
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
