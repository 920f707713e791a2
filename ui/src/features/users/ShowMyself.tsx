import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/inputs';
import { sortErrors } from '@/lib/fieldErrors';
import { faultsOf } from './showing';

/** Asks once more who the reader is, before something dangerous. */
export function ShowMyself({
  error,
  value,
  onChange,
}: {
  error: Error | null;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const { fields } = sortErrors(
    faultsOf(error).map((fault) => ({ ...fault, pointer: '/shown' })),
    ['shown'],
  );
  return (
    <Field label={t('user.showYourself')} hint={t('user.showHint')} errors={fields.shown ?? []}>
      {(control) => (
        <TextInput
          {...control}
          type="password"
          autoComplete="current-password"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
