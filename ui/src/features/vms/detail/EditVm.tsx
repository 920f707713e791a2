import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/inputs';
import { LeaveQuestion } from '@/components/LeaveQuestion';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useMe } from '@/domain/me';
import { hasDraft, useDraft } from '@/lib/useDraft';
import { editDraft } from '../menu';
import { useUpdateVm } from '../queries';
import { splitTags } from '../tags';
import { isStale, type SeenVm } from '../updateVm';
import { vmErrors } from '../vmErrors';

const FIELDS = ['name', 'tags'] as const;

interface EditForm {
  name: string;
  tags: string;
  /** What the reader saw when they began: a change by somebody else in between is refused, not lost. */
  seen: SeenVm;
}

function formOf({ id, name, tags, version }: Vm): EditForm {
  return { name, tags: tags.join(', '), seen: { id, name, tags, version } };
}

/** Changes a VM's name and tags. What is typed is kept until it is saved or given up. */
export function EditVm({ vm, onClose }: { vm: Vm; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = editDraft(vm, useMe());
  const say = useToast();
  const update = useUpdateVm(vm.id);
  const [begun] = useState(() => formOf(vm));
  const { values, set, forget } = useDraft(draft, begun);
  const { name, tags, seen } = values;
  const [asking, setAsking] = useState(false);

  const error = update.error;
  const stale = isStale(error);
  const sorted = vmErrors(error, FIELDS);
  const atFields = Object.keys(sorted.fields).length > 0;

  const close = () => {
    update.abandon();
    forget();
    onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (update.isPending) return;
    update.mutate(
      {
        patch: { name, tags: splitTags(tags) },
        // Saving once more after such a refusal is meant for what is there now.
        seen: stale ? vm : seen,
      },
      {
        onSuccess: () => {
          forget();
          onClose();
          say(t('vm.edit.done'));
        },
      },
    );
  };

  return (
    <Dialog
      title={t('vm.edit.title', { name: vm.name })}
      onClose={() => {
        if (hasDraft(draft)) setAsking(true);
        else close();
      }}
    >
      <LeaveQuestion draft={draft} onLeave={forget} />
      {asking && (
        <ConfirmDialog
          title={t('leave.title')}
          text={<p>{t('leave.text')}</p>}
          confirm={t('leave.confirm')}
          keep={t('leave.stay')}
          busy={false}
          onConfirm={close}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
      <form onSubmit={submit} noValidate className="mt-4 space-y-5">
        {error && !atFields && (
          <ProblemNotice error={error} title={stale ? t('vm.edit.stale') : undefined} />
        )}
        <Field
          label={t('vm.field.name')}
          hint={t('vm.hint.name')}
          errors={sorted.fields.name ?? []}
        >
          {(control) => (
            <TextInput
              {...control}
              value={name}
              onChange={(event) => {
                set({ name: event.target.value });
              }}
            />
          )}
        </Field>
        <Field
          label={t('vm.field.tags')}
          optional={t('common.optional')}
          hint={t('vm.hint.tags')}
          errors={sorted.fields.tags ?? []}
        >
          {(control) => (
            <TextInput
              {...control}
              value={tags}
              onChange={(event) => {
                set({ tags: event.target.value });
              }}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2 pt-1">
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" unavailable={update.isPending}>
            {t('vm.edit.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
