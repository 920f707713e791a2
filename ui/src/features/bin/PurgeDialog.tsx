import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/inputs';
import { ProblemNotice } from '@/components/ProblemNotice';
import { usePurge } from './queries';

/** Asks for a word to be typed before something goes that nobody can give back. */
export function PurgeDialog({
  title,
  text,
  word,
  confirm,
  id,
  onDone,
  onClose,
}: {
  title: string;
  text: string;
  word: string;
  confirm: string;
  /** Of the machine, or nothing for all. */
  id?: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const purge = usePurge(id);
  const [typed, setTyped] = useState('');
  const ready = typed.trim() === word && !purge.isPending;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (ready) purge.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <p className="text-pretty text-ink-soft">{text}</p>
        <Field label={t('bin.type', { word })}>
          {(control) => (
            <TextInput
              {...control}
              value={typed}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => {
                setTyped(event.target.value);
              }}
            />
          )}
        </Field>
        {purge.error && <ProblemNotice error={purge.error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="danger" type="submit" unavailable={!ready}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
