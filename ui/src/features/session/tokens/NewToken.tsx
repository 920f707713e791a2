import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { Button } from '@/components/Button';
import { CopyButton } from '@/components/CopyButton';
import { Field } from '@/components/Field';
import { Select } from '@/components/form/Select';
import { TextInput } from '@/components/inputs';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useMe } from '@/domain/me';
import { sortErrors } from '@/lib/fieldErrors';
import { useCreateToken } from './queries';
import { isReadOnly, resourcesOf, scopesOf, type Grant, type Grants } from './scopes';

const FIELDS = ['name', 'scopes', 'expiresAt'] as const;
const DAYS = ['7', '30', '90', '365', ''];
const DAY_MILLIS = 86_400_000;

/** Makes a token, and shows its secret, which is never shown again. */
export function NewToken({ onEnd }: { onEnd: () => void }) {
  const create = useCreateToken();
  return (
    <div className="border-b border-line p-5">
      {create.data ? (
        <Secret token={create.data.token} onEnd={onEnd} />
      ) : (
        <Wish create={create} onEnd={onEnd} />
      )}
    </div>
  );
}

function Secret({ token, onEnd }: { token: string; onEnd: () => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="space-y-4">
      <Notice ref={box} tone="warn" title={t('token.onceTitle')} alert>
        <p>{t('token.onceText')}</p>
        <p className="flex items-center gap-2">
          <code className="min-w-0 flex-1 font-mono text-sm break-all">{token}</code>
          <CopyButton text={token} label={t('token.copy')} />
        </p>
      </Notice>
      <Button onClick={onEnd}>{t('token.kept')}</Button>
    </div>
  );
}

function Wish({ create, onEnd }: { create: ReturnType<typeof useCreateToken>; onEnd: () => void }) {
  const { t } = useTranslation();
  const { role } = useMe();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [grants, setGrants] = useState<Grants>({});
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  const { error } = create;
  const { fields, others } = sortErrors(
    error instanceof ProblemError ? error.fieldErrors : [],
    FIELDS,
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    create.mutate({
      name,
      scopes: scopesOf(grants),
      ...(days !== '' && { expiresAt: inDays(Number(days)) }),
    });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      {error && (Object.keys(fields).length === 0 || others.length > 0) && (
        <ProblemNotice error={error} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('token.name')} errors={fields.name ?? []}>
          {(control) => (
            <TextInput
              {...control}
              ref={first}
              required
              autoComplete="off"
              value={name}
              onChange={(event) => {
                setName(event.target.value);
              }}
            />
          )}
        </Field>
        <Field label={t('token.end')} errors={fields.expiresAt ?? []}>
          {(control) => (
            <Select
              {...control}
              value={days}
              options={DAYS.map((value) => ({
                value,
                label:
                  value === '' ? t('token.never') : t('token.inDays', { count: Number(value) }),
              }))}
              onChange={(event) => {
                setDays(event.target.value);
              }}
            />
          )}
        </Field>
      </div>
      <fieldset>
        <legend className="mb-1.5 font-medium">{t('token.scopes')}</legend>
        {fields.scopes && (
          <p role="alert" className="mb-1.5 text-sm font-medium text-fail">
            {fields.scopes.join(' ')}
          </p>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          {resourcesOf(role).map((resource) => (
            <Field key={resource} label={t(`token.resource.${resource}`)}>
              {(control) => (
                <Select
                  {...control}
                  value={grants[resource] ?? 'none'}
                  options={(['none', 'read', 'write'] as const)
                    .filter((grant) => grant !== 'write' || !isReadOnly(resource))
                    .map((grant) => ({ value: grant, label: t(`token.grant.${grant}`) }))}
                  onChange={(event) => {
                    setGrants({ ...grants, [resource]: event.target.value as Grant });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
      </fieldset>
      <div className="flex gap-2">
        <Button type="submit" look="primary" unavailable={create.isPending}>
          {t('token.create')}
        </Button>
        <Button onClick={onEnd}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MILLIS).toISOString();
}
