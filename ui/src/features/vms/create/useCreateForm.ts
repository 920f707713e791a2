import type { TFunction } from 'i18next';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job, Vm } from '@/api/schema';
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
  type NumberField,
} from './form';
import { StillThere } from './replaceVm';
import { rememberSent } from './sent';

/** Why what was typed was not sent or not taken; it is said where it is shown, in the language of the moment. */
type Refusal = { unreadable: readonly NumberField[] } | { error: Error };

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
  const [refusal, setRefusal] = useState<Refusal>();
  const keyFor = useIdempotencyKey();

  const errors = errorsOf(refusal, t);

  const refuse = (found: Refusal) => {
    setRefusal(found);
    handlers.onRefused();
  };

  /** @param replaced a VM that could not be made, and whose place it is to take */
  const submit = (replaced?: Pick<Vm, 'id' | 'name'>) => {
    if (create.isPending) return;
    const unreadable = unreadableNumbers(values);
    if (unreadable.length > 0) {
      refuse({ unreadable });
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
          refuse({ error });
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

/** What is wrong with the fields, and what belongs to none. */
function errorsOf(refusal: Refusal | undefined, t: TFunction): SortedErrors<FieldName> {
  if (!refusal) return { fields: {}, others: [] };
  if ('error' in refusal) {
    return refusal.error instanceof StillThere
      ? { fields: {}, others: [t('vm.create.stillThere')] }
      : vmErrors(refusal.error, FIELD_NAMES);
  }
  const texts = refusal.unreadable.map((field) => [field, [t('vm.create.wholeNumber')]]);
  return { fields: Object.fromEntries(texts) as SortedErrors<FieldName>['fields'], others: [] };
}

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
