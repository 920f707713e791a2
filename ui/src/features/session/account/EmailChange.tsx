import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { PlainForm } from '@/components/form/PlainForm';
import { useToast } from '@/components/toasts';
import { useChangeEmail } from './queries';

/** Asks for another address, which is to be confirmed at both. */
export function EmailChange() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('account.email.change')}
      </Button>
      {open && (
        <EmailDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function EmailDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useToast();
  const change = useChangeEmail();
  return (
    <Dialog title={t('account.email.title')} onClose={onClose}>
      <p className="mb-5 text-pretty text-ink-soft">{t('account.email.lead')}</p>
      <PlainForm
        fields={[
          { name: 'email', label: t('account.email.new'), type: 'email', autoComplete: 'email' },
          {
            name: 'password',
            label: t('login.password'),
            type: 'password',
            autoComplete: 'current-password',
          },
        ]}
        action={t('account.email.submit')}
        pending={change.isPending}
        error={change.error}
        onSubmit={(values) => {
          change.mutate(values, {
            onSuccess: () => {
              say(t('account.email.sent'));
              onClose();
            },
          });
        }}
      />
      <Button look="ghost" className="mt-3 w-full" onClick={onClose}>
        {t('common.cancel')}
      </Button>
    </Dialog>
  );
}
