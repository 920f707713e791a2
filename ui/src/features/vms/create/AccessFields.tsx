import { useTranslation } from 'react-i18next';
import type { Image } from '@/api/schema';
import { Field } from '@/components/Field';
import { Checkbox, TextArea, TextInput } from '@/components/inputs';
import { controlId } from './form';
import type { CreateForm } from './useCreateForm';

export function AccessFields({ form, image }: { form: CreateForm; image: Image | undefined }) {
  const { t } = useTranslation();
  const { values, errors, set } = form;
  return (
    <>
      <Field
        id={controlId('sshKeys')}
        label={t('vm.field.sshKeys')}
        optional={t('common.optional')}
        hint={
          image?.defaultUser
            ? t('vm.hint.sshKeysFor', { user: image.defaultUser })
            : t('vm.hint.sshKeys')
        }
        errors={errors.fields.sshKeys ?? []}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={values.sshKeys}
            spellCheck={false}
            autoComplete="off"
            className="font-mono text-sm"
            onChange={(event) => {
              set({ sshKeys: event.target.value });
            }}
          />
        )}
      </Field>
      <Field
        id={controlId('tags')}
        label={t('vm.field.tags')}
        optional={t('common.optional')}
        hint={t('vm.hint.tags')}
        errors={errors.fields.tags ?? []}
      >
        {(control) => (
          <TextInput
            {...control}
            value={values.tags}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => {
              set({ tags: event.target.value });
            }}
          />
        )}
      </Field>
      <Checkbox
        id={controlId('autostart')}
        label={t('vm.create.autostart')}
        checked={values.autostart}
        onChange={(event) => {
          set({ autostart: event.target.checked });
        }}
      />
    </>
  );
}
