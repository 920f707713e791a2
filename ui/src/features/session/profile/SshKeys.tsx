import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import type { SshKey } from '@/api/schema';
import { Button, IconButton } from '@/components/Button';
import { CardState } from '@/components/CardState';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Field } from '@/components/Field';
import { TextArea, TextInput } from '@/components/inputs';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useMe } from '@/domain/me';
import { sshKeysQuery, useAddSshKey, useDeleteSshKey } from '@/domain/sshKeys';
import { sortErrors } from '@/lib/fieldErrors';
import { hasDraft, useDraft } from '@/lib/useDraft';

const FIELDS = ['name', 'publicKey'] as const;
const EMPTY = { name: '', publicKey: '' };

/** The public keys that new machines can be given. */
export function SshKeys() {
  const { t } = useTranslation();
  const saved = useQuery(sshKeysQuery);
  const draft = `${useMe().id}.key`;
  const [adding, setAdding] = useState(() => hasDraft(draft));
  const [deleting, setDeleting] = useState<SshKey>();
  const add = useRef<HTMLButtonElement>(null);
  return (
    <Panel
      title={t('profile.keys')}
      actions={
        <Button
          ref={add}
          icon="add"
          unavailable={adding}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('profile.addKey')}
        </Button>
      }
    >
      {adding && (
        <NewKey
          draft={draft}
          onEnd={() => {
            setAdding(false);
            add.current?.focus();
          }}
        />
      )}
      <CardState query={saved} height="h-12">
        {(items) =>
          items.length === 0 ? (
            <p className="px-5 py-6 text-pretty text-ink-soft">{t('profile.noKeys')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((key) => (
                <KeyRow
                  key={key.id}
                  saved={key}
                  onDelete={() => {
                    setDeleting(key);
                  }}
                />
              ))}
            </ul>
          )
        }
      </CardState>
      {deleting && (
        <DeleteKey
          saved={deleting}
          onClose={() => {
            setDeleting(undefined);
          }}
        />
      )}
    </Panel>
  );
}

function KeyRow({ saved, onDelete }: { saved: SshKey; onDelete: () => void }) {
  const { t } = useTranslation();
  return (
    <li className="flex items-center gap-4 px-5 py-2.5">
      <div className="min-w-0">
        <p className="font-medium">{saved.name}</p>
        <p className="truncate font-mono text-xs text-ink-faint">
          {saved.type} {saved.fingerprint}
        </p>
      </div>
      <IconButton
        icon="trash"
        label={t('profile.deleteKey', { name: saved.name })}
        className="ml-auto"
        onClick={onDelete}
      />
    </li>
  );
}

function DeleteKey({ saved: { id, name }, onClose }: { saved: SshKey; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useToast();
  const forget = useDeleteSshKey();
  return (
    <ConfirmDialog
      title={t('profile.deleteKeyTitle', { name })}
      text={<p>{t('profile.deleteKeyText')}</p>}
      confirm={t('profile.deleteKeyConfirm')}
      busy={forget.isPending}
      error={forget.error && <ProblemNotice error={forget.error} />}
      onConfirm={() => {
        forget.mutate(id, {
          onSuccess: () => {
            onClose();
            say(t('profile.keyDeleted', { name }));
          },
        });
      }}
      onClose={() => {
        forget.abandon();
        onClose();
      }}
    />
  );
}

function NewKey({ draft, onEnd }: { draft: string; onEnd: () => void }) {
  const { t } = useTranslation();
  const add = useAddSshKey();
  const { values, set, forget } = useDraft(draft, EMPTY);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  const end = () => {
    forget();
    onEnd();
  };
  const { error } = add;
  const { fields } = sortErrors(error instanceof ProblemError ? error.fieldErrors : [], FIELDS);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!add.isPending) add.mutate(values, { onSuccess: end });
  };
  return (
    <form onSubmit={submit} className="space-y-4 border-b border-line p-5">
      {error && Object.keys(fields).length === 0 && <ProblemNotice error={error} />}
      <Field label={t('profile.keyName')} errors={fields.name ?? []}>
        {(control) => (
          <TextInput
            {...control}
            ref={first}
            required
            autoComplete="off"
            value={values.name}
            onChange={(event) => {
              set({ name: event.target.value });
            }}
          />
        )}
      </Field>
      <Field
        label={t('profile.publicKey')}
        hint={t('profile.publicKeyHint')}
        errors={fields.publicKey ?? []}
      >
        {(control) => (
          <TextArea
            {...control}
            required
            spellCheck={false}
            className="font-mono text-sm"
            value={values.publicKey}
            onChange={(event) => {
              set({ publicKey: event.target.value });
            }}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary" unavailable={add.isPending}>
          {t('profile.saveKey')}
        </Button>
        <Button onClick={end}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
