import { useTranslation } from 'react-i18next';
import { countOf, nameOf, type FormValues } from './form';
import type { CreateForm } from './useCreateForm';
import { VmNumberField } from './VmNumberField';
import { VmTextField } from './VmTextField';

const NAMED = 3;

/** What it is called, and how many of its kind there are to be. */
export function NameFields({ form }: { form: CreateForm }) {
  const { t } = useTranslation();
  const count = countOf(form.values);
  return (
    <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
      <VmTextField form={form} field="name" hint={t('vm.hint.name')} required />
      <VmNumberField
        form={form}
        field="count"
        hint={count > 1 && form.values.name.trim() ? examples(form.values, count) : undefined}
      />
    </div>
  );
}

/** `web-1, web-2, … web-9`. */
function examples(values: FormValues, count: number): string {
  if (count <= NAMED) {
    return Array.from({ length: count }, (_, index) => nameOf(values, index + 1)).join(', ');
  }
  return `${nameOf(values, 1)}, ${nameOf(values, 2)}, … ${nameOf(values, count)}`;
}
