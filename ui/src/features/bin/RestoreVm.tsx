import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import type { Vm } from '@/api/schema';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/inputs';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useRestore } from './queries';

/** Gives a machine back at once; only where that is refused there is something to say, such as another name. */
export function RestoreVm({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const say = useToast();
  const restore = useRestore(vm.id);
  const [name, setName] = useState(vm.name);
  const [taken, setTaken] = useState(false);
  const [asking, setAsking] = useState(false);
  const send = (called?: string) => {
    restore.mutate(called, {
      onSuccess: () => {
        setAsking(false);
        say(t('bin.restored', { name: called ?? vm.name }));
      },
      onError: (error) => {
        if (isTaken(error)) setTaken(true);
        setAsking(true);
      },
    });
  };
  const close = () => {
    setAsking(false);
    restore.abandon();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!restore.isPending) send(name);
  };
  return (
    <>
      <Button
        unavailable={restore.isPending}
        aria-label={t('bin.restoreOne', { name: vm.name })}
        onClick={() => {
          send();
        }}
      >
        {t('bin.restore')}
      </Button>
      {asking && (
        <Dialog title={t('bin.restoreOne', { name: vm.name })} onClose={close}>
          <form onSubmit={submit} className="space-y-4">
            {restore.error && <ProblemNotice error={restore.error} />}
            {taken && (
              <Field label={t('vm.field.name')}>
                {(control) => (
                  <TextInput
                    {...control}
                    value={name}
                    autoComplete="off"
                    onChange={(event) => {
                      setName(event.target.value);
                    }}
                  />
                )}
              </Field>
            )}
            <div className="flex justify-end gap-2">
              <Button onClick={close}>{t('common.cancel')}</Button>
              <Button look="primary" type="submit" unavailable={restore.isPending}>
                {t('bin.restore')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}

function isTaken(error: Error): boolean {
  return error instanceof ProblemError && error.slug === 'name-taken';
}
