import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { Select } from '@/components/form/Select';
import { hostsQuery } from '@/domain/hosts';
import { controlId, DEFAULT_NETWORK } from './form';
import type { CreateForm } from './useCreateForm';
import { VmTextField } from './VmTextField';

/** Where it runs, and what it is connected to. */
export function PlacementFields({ form }: { form: CreateForm }) {
  const { t } = useTranslation();
  const { data: hosts = [] } = useQuery(hostsQuery);
  const label = (name: string, up: boolean) => (up ? name : t('vm.create.hostDown', { name }));
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Field
        id={controlId('hostId')}
        label={t('vm.field.hostId')}
        errors={form.errorsOf('hostId')}
        hint={t('vm.hint.host')}
      >
        {(control) => (
          <Select
            {...control}
            value={form.values.hostId}
            options={[
              { value: '', label: t('vm.create.anyHost') },
              ...hosts.map(({ id, name, state }) => ({
                value: id,
                label: label(name, state === 'UP'),
              })),
            ]}
            onChange={(event) => {
              form.set({ hostId: event.target.value });
            }}
          />
        )}
      </Field>
      <VmTextField
        form={form}
        field="network"
        hint={t('vm.hint.network')}
        placeholder={DEFAULT_NETWORK}
      />
    </div>
  );
}
