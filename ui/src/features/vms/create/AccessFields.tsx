import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Image } from '@/api/schema';
import { Checkbox } from '@/components/inputs';
import { sshKeysQuery } from '@/domain/sshKeys';
import { GenerateKey } from './GenerateKey';
import type { CreateForm } from './useCreateForm';
import { VmTextField } from './VmTextField';

export function AccessFields({ form, image }: { form: CreateForm; image: Image | undefined }) {
  const { t } = useTranslation();
  const { values, set } = form;
  return (
    <>
      <SavedKeys form={form} />
      <VmTextField
        form={form}
        field="sshKeys"
        rows={3}
        hint={
          image?.defaultUser
            ? t('vm.hint.sshKeysFor', { user: image.defaultUser })
            : t('vm.hint.sshKeys')
        }
      />
      <GenerateKey
        name={values.name.trim()}
        onMade={(publicLine) => {
          set(({ sshKeys }) => {
            const before = sshKeys.trim();
            return { sshKeys: before === '' ? publicLine : `${before}\n${publicLine}` };
          });
        }}
      />
    </>
  );
}

/** The keys that the reader keeps in their profile. */
function SavedKeys({ form }: { form: CreateForm }) {
  const { t } = useTranslation();
  const { data: saved = [] } = useQuery(sshKeysQuery);
  const { savedKeys } = form.values;
  if (saved.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t('vm.create.savedKeys')}</legend>
      {saved.map(({ id, name, publicKey }) => (
        <Checkbox
          key={id}
          label={name}
          checked={savedKeys.includes(publicKey)}
          onChange={(event) => {
            const others = savedKeys.filter((chosen) => chosen !== publicKey);
            form.set({ savedKeys: event.target.checked ? [...others, publicKey] : others });
          }}
        />
      ))}
    </fieldset>
  );
}
