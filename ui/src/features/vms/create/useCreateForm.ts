import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';
import type { SortedErrors } from '@/lib/fieldErrors';
import { randomKey } from '@/lib/random';
import { useDraft } from '@/lib/useDraft';
import { useCreateVm } from '../queries';
import { vmErrors } from '../vmErrors';
import {
  EMPTY_FORM,
  FIELD_NAMES,
  toRequest,
  unreadableNumbers,
  type FieldName,
  type FormValues,
} from './form';
import { rememberSent } from './sent';

const NO_ERRORS: SortedErrors<FieldName> = { fields: {}, others: [] };

/** State of the form: what was typed, what is wrong with it, and sending it exactly once. */
export function useCreateForm(
  name: string,
  defaults: Partial<FormValues>,
  handlers: { onCreated: (job: Job) => void; onRefused: () => void },
) {
  const { t } = useTranslation();
  const create = useCreateVm();
  const draft = useDraft<FormValues>(name, { ...EMPTY_FORM, ...defaults });
  const { values } = draft;
  const [errors, setErrors] = useState(NO_ERRORS);
  const keyFor = useIdempotencyKey();

  const refuse = (found: SortedErrors<FieldName>) => {
    setErrors(found);
    handlers.onRefused();
  };

  /** @param replaced the id of a VM that is deleted before, because it has the name */
  const submit = (replaced?: string) => {
    if (create.isPending) return;
    const unreadable = unreadableNumbers(values);
    if (unreadable.length > 0) {
      const texts = unreadable.map((field) => [field, [t('vm.create.wholeNumber')]]);
      refuse({
        fields: Object.fromEntries(texts) as SortedErrors<FieldName>['fields'],
        others: [],
      });
      return;
    }
    const request = toRequest(values);
    create.mutate(
      { request, key: keyFor(JSON.stringify(request)), ...(replaced && { replaced }) },
      {
        onSuccess: (job) => {
          draft.forget();
          if (job.subject.type === 'vm') rememberSent(job.subject.id, values);
          handlers.onCreated(job);
        },
        onError: (error) => {
          refuse(vmErrors(error, FIELD_NAMES));
        },
      },
    );
  };

  return {
    values,
    errors,
    /** A refusal as a whole, where it is about more than fields. */
    problem: Object.keys(errors.fields).length > 0 ? null : create.error,
    pending: create.isPending,
    set: draft.set,
    errorsOf: (field: FieldName) => errors.fields[field] ?? [],
    /** Gives up what was typed, and a request for it that is under way. */
    forget: () => {
      create.abandon();
      draft.forget();
    },
    submit,
  };
}

export type CreateForm = ReturnType<typeof useCreateForm>;

/**
 * One key per content: sending the same again, because no answer came, makes no second VM; sending something else
 * is a new request.
 */
function useIdempotencyKey(): (content: string) => string {
  const last = useRef({ content: '', key: '' });
  return (content) => {
    if (last.current.content !== content) last.current = { content, key: randomKey() };
    return last.current.key;
  };
}
