import { useTranslation } from 'react-i18next';
import type { Ref } from 'react';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { controlId, FIELD_NAMES } from './form';
import type { CreateForm } from './useCreateForm';

/** All that stands in the way, at the top, where the focus goes; each line leads to its field. */
export function ErrorSummary({ form, ref }: { form: CreateForm; ref: Ref<HTMLDivElement> }) {
  const { t } = useTranslation();
  const { fields, others } = form.errors;
  const named = FIELD_NAMES.filter((field) => fields[field]);
  if (form.pending) return null;
  if (named.length === 0 && others.length === 0) {
    return form.problem && <ProblemNotice ref={ref} error={form.problem} alert={false} />;
  }
  return (
    <Notice ref={ref} tone="fail" title={t('vm.create.refused')}>
      <ul className="list-disc space-y-0.5 pl-5">
        {named.map((field) => (
          <li key={field}>
            <a
              href={`#${controlId(field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(controlId(field))?.focus();
              }}
              className="underline underline-offset-4"
            >
              {t(`vm.field.${field}`)}
            </a>
            {': '}
            {fields[field]?.join(' ')}
          </li>
        ))}
        {others.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
