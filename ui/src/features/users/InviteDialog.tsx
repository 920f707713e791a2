import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import type { InvitationRequest } from '@/api/schema';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Select } from '@/components/form/Select';
import { TextInput } from '@/components/inputs';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { sortErrors } from '@/lib/fieldErrors';
import { useInvite } from './queries';

const FIELDS = ['email', 'name', 'role', 'locale'] as const;
const ROLES = ['USER', 'ADMIN'] as const;
const LOCALES = ['en', 'fr'] as const;

/** Asks whom to invite, and as what. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const say = useToast();
  const invite = useInvite();
  const [asked, setAsked] = useState({
    email: '',
    name: '',
    role: 'USER',
    locale: i18n.language,
  } satisfies InvitationRequest as InvitationRequest & { email: string; name: string });
  const change = (part: InvitationRequest) => {
    setAsked((before) => ({ ...before, ...part }));
  };
  const faults = invite.error instanceof ProblemError ? invite.error.fieldErrors : [];
  const { fields: wrong, others } = sortErrors(faults, FIELDS);
  const elsewhere = invite.error && (faults.length === 0 || others.length > 0);
  return (
    <Dialog title={t('user.invite.title')} onClose={onClose}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (invite.isPending) return;
          invite.mutate(asked, {
            onSuccess: ({ email }) => {
              say(t('user.done.invite', { email }));
              onClose();
            },
          });
        }}
      >
        <p className="text-pretty text-ink-soft">{t('user.invite.lead')}</p>
        {elsewhere && <ProblemNotice error={invite.error} />}
        <Field label={t('login.email')} errors={wrong.email ?? []}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="off"
              required
              value={asked.email}
              onChange={(event) => {
                change({ email: event.target.value });
              }}
            />
          )}
        </Field>
        <Field label={t('account.name')} optional={t('common.optional')} errors={wrong.name ?? []}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={asked.name}
              onChange={(event) => {
                change({ name: event.target.value });
              }}
            />
          )}
        </Field>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label={t('user.field.role')} errors={wrong.role ?? []}>
            {(control) => (
              <Select
                {...control}
                value={asked.role ?? 'USER'}
                options={ROLES.map((value) => ({ value, label: t(`user.role.${value}`) }))}
                onChange={(event) => {
                  change({ role: event.target.value === 'ADMIN' ? 'ADMIN' : 'USER' });
                }}
              />
            )}
          </Field>
          <Field label={t('user.field.locale')} errors={wrong.locale ?? []}>
            {(control) => (
              <Select
                {...control}
                value={asked.locale ?? 'en'}
                options={LOCALES.map((value) => ({ value, label: t(`user.locale.${value}`) }))}
                onChange={(event) => {
                  change({ locale: event.target.value });
                }}
              />
            )}
          </Field>
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" unavailable={invite.isPending}>
            {t('user.invite.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
