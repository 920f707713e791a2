import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/inputs';
import { ProblemNotice } from '@/components/ProblemNotice';
import { leastLength } from '@/domain/passwords';
import { sortErrors } from '@/lib/fieldErrors';
import { meQuery, useChangePassword } from './queries';

const FIELDS = ['currentPassword', 'newPassword'] as const;

/** @param onDone hears that the password was changed; the fields are empty again then */
export function PasswordForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation();
  const change = useChangePassword();
  const { data: me } = useQuery(meQuery);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [repeated, setRepeated] = useState('');
  const [differ, setDiffer] = useState(false);

  const { error } = change;
  const { fields } = sortErrors(error instanceof ProblemError ? error.fieldErrors : [], FIELDS);
  const atFields = Object.keys(fields).length > 0;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setDiffer(newPassword !== repeated);
    if (newPassword !== repeated || change.isPending) return;
    change.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => {
          for (const empty of [setCurrent, setNew, setRepeated]) empty('');
          onDone?.();
        },
      },
    );
  };

  return (
    <form onSubmit={submit} className="space-y-5">
      {error && !atFields && <ProblemNotice error={error} />}
      <PasswordField
        label={t('password.current')}
        errors={fields.currentPassword}
        autoComplete="current-password"
        value={currentPassword}
        onChange={setCurrent}
      />
      <PasswordField
        label={t('password.new')}
        hint={t('password.rule', { least: leastLength(me?.role) })}
        errors={fields.newPassword}
        autoComplete="new-password"
        value={newPassword}
        onChange={setNew}
      />
      <PasswordField
        label={t('password.repeat')}
        errors={differ ? [t('password.differ')] : undefined}
        autoComplete="new-password"
        value={repeated}
        onChange={setRepeated}
      />
      <Button type="submit" look="primary" className="h-10 w-full" unavailable={change.isPending}>
        {t('password.submit')}
      </Button>
    </form>
  );
}

function PasswordField({
  label,
  hint,
  errors,
  autoComplete,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  errors: string[] | undefined;
  autoComplete: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint} errors={errors ?? []}>
      {(control) => (
        <TextInput
          {...control}
          type="password"
          required
          autoComplete={autoComplete}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
