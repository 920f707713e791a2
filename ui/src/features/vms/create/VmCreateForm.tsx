import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { Image, Vm } from '@/api/schema';
import { ErrorSummary } from '@/components/form/ErrorSummary';
import { FormLayout } from '@/components/form/FormLayout';
import { FormSection } from '@/components/form/FormSection';
import { Checkbox } from '@/components/inputs';
import { LeaveQuestion } from '@/components/LeaveQuestion';
import { useToast } from '@/components/toasts';
import { useMe } from '@/domain/me';
import { AccessFields } from './AccessFields';
import { controlId, FIELD_NAMES, type FormValues } from './form';
import { ImageChoice } from './ImageChoice';
import { MoreFields } from './MoreFields';
import { NameFields } from './NameFields';
import { PlacementFields } from './PlacementFields';
import { SizeFields } from './SizeFields';
import { Summary } from './Summary';
import { useCreateForm, type CreateForm } from './useCreateForm';
import { VmTextField } from './VmTextField';

/** How cloud-init knows such a file. */
const CLOUD_CONFIG = '#cloud-config';

export function VmCreateForm({
  images,
  defaults,
  failed,
}: {
  images: Image[];
  defaults: Partial<FormValues>;
  /** A VM that could not be made, and whose name this one may have in its place. */
  failed: Vm | undefined;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const say = useToast();
  const summary = useRef<HTMLDivElement>(null);
  const [refusals, setRefusals] = useState(0);
  const [replaces, setReplaces] = useState(true);
  const draft = `${useMe().id}.vm.create${useLocation().search}`;
  const form = useCreateForm(draft, defaults, {
    onCreated: ({ id, subject }) => {
      say(t('vm.create.requested', { name: subject.name }));
      void navigate(subject.type === 'vm' ? `/vms/${subject.id}` : `/jobs/${id}`);
    },
    onRefused: () => {
      setRefusals((count) => count + 1);
    },
  });
  const image = images.find((candidate) => candidate.id === form.values.imageId);

  useEffect(() => {
    if (refusals > 0) summary.current?.focus();
  }, [refusals]);

  return (
    <FormLayout
      summary={<Summary form={form} image={image} />}
      summaryLabel={t('vm.create.summary')}
      onSubmit={() => {
        form.submit(replaces ? failed : undefined);
      }}
    >
      <Refusals ref={summary} form={form} />
      <FormSection title={t('vm.create.sectionWhat')}>
        <NameFields form={form} />
        {failed && (
          <Checkbox
            label={t('vm.create.replace', { name: failed.name })}
            checked={replaces}
            onChange={(event) => {
              setReplaces(event.target.checked);
            }}
          />
        )}
        <ImageChoice
          images={images}
          value={form.values.imageId}
          errors={form.errorsOf('imageId')}
          onChange={(imageId) => {
            form.set({ imageId });
          }}
        />
      </FormSection>
      <FormSection title={t('vm.create.sectionSize')}>
        <SizeFields form={form} image={image} />
      </FormSection>
      <FormSection title={t('vm.create.sectionAccess')}>
        <AccessFields form={form} image={image} />
      </FormSection>
      <FormSection title={t('vm.create.sectionPlacement')}>
        <PlacementFields form={form} />
      </FormSection>
      <FormSection title={t('vm.create.sectionGuest')} hint={t('vm.create.guestText')}>
        <VmTextField
          form={form}
          field="userData"
          rows={4}
          hint={t('vm.hint.userData')}
          placeholder={CLOUD_CONFIG}
        />
      </FormSection>
      <FormSection title={t('vm.create.sectionMore')}>
        <MoreFields form={form} />
      </FormSection>
      <LeaveQuestion draft={draft} onLeave={form.forget} />
    </FormLayout>
  );
}

function Refusals({ form, ref }: { form: CreateForm; ref: React.Ref<HTMLDivElement> }) {
  const { t } = useTranslation();
  if (form.pending) return null;
  return (
    <ErrorSummary
      ref={ref}
      title={t('vm.create.refused')}
      fields={FIELD_NAMES.filter((field) => form.errorsOf(field).length > 0).map((field) => ({
        id: controlId(field),
        label: t(`vm.field.${field}`),
        errors: form.errorsOf(field),
      }))}
      others={form.errors.others}
      problem={form.problem}
    />
  );
}
