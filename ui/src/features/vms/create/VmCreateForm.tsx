import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Image } from '@/api/schema';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/inputs';
import { LeaveQuestion } from '@/components/LeaveQuestion';
import { useToast } from '@/components/toasts';
import { useMe } from '@/domain/me';
import { AccessFields } from './AccessFields';
import { controlId, type FieldName } from './form';
import { ErrorSummary } from './ErrorSummary';
import { FormSection } from './FormSection';
import { ImageChoice } from './ImageChoice';
import { SizeFields } from './SizeFields';
import { Summary } from './Summary';
import { useCreateForm } from './useCreateForm';

export function VmCreateForm({ images }: { images: Image[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const say = useToast();
  const summary = useRef<HTMLDivElement>(null);
  const [refusals, setRefusals] = useState(0);
  const draft = `${useMe().id}.vm.create`;
  const form = useCreateForm(
    draft,
    images.length === 1 && images[0] ? { imageId: images[0].id } : {},
    {
      onCreated: (job) => {
        say(t('vm.create.requested', { name: job.subject.name }));
        void navigate(`/vms/${job.subject.id}`);
      },
      onRefused: () => {
        setRefusals((count) => count + 1);
      },
    },
  );
  const { values, errors, set } = form;
  const image = images.find((candidate) => candidate.id === values.imageId);
  const errorsOf = (field: FieldName) => errors.fields[field] ?? [];

  useEffect(() => {
    if (refusals > 0) summary.current?.focus();
  }, [refusals]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    form.submit();
  };

  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]"
    >
      <div className="space-y-8">
        <ErrorSummary ref={summary} form={form} />
        <FormSection>
          <Field
            id={controlId('name')}
            label={t('vm.field.name')}
            hint={t('vm.hint.name')}
            errors={errorsOf('name')}
          >
            {(control) => (
              <TextInput
                {...control}
                value={values.name}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                required
                onChange={(event) => {
                  set({ name: event.target.value });
                }}
              />
            )}
          </Field>
        </FormSection>
        <FormSection title={t('vm.create.sectionImage')}>
          <ImageChoice
            images={images}
            value={values.imageId}
            errors={errorsOf('imageId')}
            onChange={(imageId) => {
              set({ imageId });
            }}
          />
        </FormSection>
        <FormSection title={t('vm.create.sectionSize')}>
          <SizeFields form={form} image={image} />
        </FormSection>
        <FormSection title={t('vm.create.sectionAccess')}>
          <AccessFields form={form} image={image} />
        </FormSection>
      </div>
      <Summary form={form} image={image} />
      <LeaveQuestion draft={draft} onLeave={form.forget} />
    </form>
  );
}
