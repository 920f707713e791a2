import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManagedUser } from '@/api/schema';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/inputs';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { findReceiver, useDeleteUser } from './queries';

const PATIENCE_MILLIS = 10_000;

/** Deletes an account. Its machines go to whoever is named, or there must be none. */
export function DeleteUser({
  user,
  onClose,
  onDeleted,
}: {
  user: ManagedUser;
  onClose: () => void;
  onDeleted?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const say = useToast();
  const [receiver, setReceiver] = useState('');
  const [unknown, setUnknown] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const remove = useDeleteUser(user);

  const send = async () => {
    const found =
      receiver.trim() === ''
        ? undefined
        : await findReceiver(receiver, AbortSignal.timeout(PATIENCE_MILLIS));
    if (receiver.trim() !== '' && (!found || found.id === user.id)) {
      setUnknown(true);
      return;
    }
    remove.mutate(found?.id, {
      onSuccess: () => {
        say(t('user.done.delete', { email: user.email }));
        onClose();
        onDeleted?.();
      },
    });
  };
  const error = remove.error ?? failure;
  return (
    <Dialog title={t('user.ask.delete.title', { email: user.email })} onClose={onClose}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          setUnknown(false);
          setFailure(undefined);
          if (!remove.isPending) send().catch(setFailure);
        }}
      >
        <p className="text-pretty text-ink-soft">{t('user.ask.delete.text')}</p>
        {error && <ProblemNotice error={error} />}
        <Field
          label={t('user.ask.delete.receiver')}
          optional={t('common.optional')}
          hint={t('user.ask.delete.receiverHint')}
          errors={unknown ? [t('user.ask.delete.unknown')] : []}
        >
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="off"
              value={receiver}
              onChange={(event) => {
                setReceiver(event.target.value);
              }}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="danger" unavailable={remove.isPending}>
            {t('user.action.delete')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
