import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { TextArea, TextInput } from '@/components/inputs';
import { controlId, type FieldName } from './form';
import type { CreateForm } from './useCreateForm';

type TextName = Extract<FieldName, 'name' | 'sshKeys' | 'network' | 'userData' | 'tags'>;

/** A field in which something technical is typed: nothing is corrected or completed in it. */
export function VmTextField({
  form,
  field,
  hint,
  rows,
  required = false,
  placeholder,
}: {
  form: CreateForm;
  field: TextName;
  hint?: ReactNode;
  /** Lines that are shown; a single one where none are given. */
  rows?: number;
  required?: boolean;
  placeholder?: string;
}) {
  const { t } = useTranslation();
  const typed = (value: string) => {
    form.set({ [field]: value });
  };
  const quiet = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, placeholder };
  return (
    <Field
      id={controlId(field)}
      label={t(`vm.field.${field}`)}
      optional={required ? undefined : t('common.optional')}
      hint={hint}
      errors={form.errorsOf(field)}
    >
      {(control) =>
        rows ? (
          <TextArea
            {...control}
            {...quiet}
            rows={rows}
            value={form.values[field]}
            className="font-mono text-sm"
            onChange={(event) => {
              typed(event.target.value);
            }}
          />
        ) : (
          <TextInput
            {...control}
            {...quiet}
            value={form.values[field]}
            required={required}
            onChange={(event) => {
              typed(event.target.value);
            }}
          />
        )
      }
    </Field>
  );
}
