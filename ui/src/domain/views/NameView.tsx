import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { SavedView } from '@/api/schema';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Checkbox, TextInput } from '@/components/inputs';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useAddView, useChangeView } from './queries';
import { VIEW } from './useChosenView';
import type { seenAs } from './viewSettings';

type Props = { list: string; onClose: () => void } & (
  | { view?: undefined; seen: ReturnType<typeof seenAs> }
  | { view: SavedView | undefined; seen?: undefined }
);

/** Asks for the name of a view, and whether others see it: of one that is to be saved, or of one that there is. */
export function NameView({ list, view, seen, onClose }: Props) {
  const { t } = useTranslation();
  const say = useToast();
  const [, setSearch] = useSearchParams();
  const add = useAddView();
  const change = useChangeView();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const error = add.error ?? change.error;
  const ready = name.trim() !== '' && !add.isPending && !change.isPending;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    const done = (saved: SavedView) => {
      say(t('views.saved', { name: saved.name }));
      if (!view) setSearch({ [VIEW]: saved.id });
      onClose();
    };
    if (view) change.mutate({ seen: view, patch: { name, shared } }, { onSuccess: done });
    else if (seen) add.mutate(requestOf(list, name, shared, seen), { onSuccess: done });
  };
  return (
    <Dialog title={t(view ? 'views.renameTitle' : 'views.saveTitle')} onClose={onClose}>
      <form onSubmit={submit} className="mt-4 space-y-4">
        <Field label={t('views.name')}>
          {(control) => (
            <TextInput
              {...control}
              value={name}
              maxLength={64}
              autoComplete="off"
              onChange={(event) => {
                setName(event.target.value);
              }}
            />
          )}
        </Field>
        <Checkbox
          label={t('views.share')}
          checked={shared}
          onChange={(event) => {
            setShared(event.target.checked);
          }}
        />
        {error && <ProblemNotice error={error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" unavailable={!ready}>
            {t('views.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A view that is not there yet has nothing to be taken away. */
function requestOf(
  page: string,
  name: string,
  shared: boolean,
  { q, state, sort, columns, density }: ReturnType<typeof seenAs>,
) {
  return {
    page,
    name,
    shared,
    q,
    columns,
    density,
    ...(state && { state }),
    ...(sort && { sort }),
  };
}
