import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { PlainForm } from '@/components/form/PlainForm';
import { useDeleteAccount } from './queries';

/** Deletes the reader's own account, after the password was asked for. */
export function AccountDeletion() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="dangerGhost"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('account.delete.open')}
      </Button>
      {open && (
        <DeletionDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function DeletionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteAccount();
  return (
    <Dialog title={t('account.delete.title')} onClose={onClose}>
      <p className="mb-5 text-pretty text-ink-soft">{t('account.delete.lead')}</p>
      <PlainForm
        fields={[
          {
            name: 'password',
            label: t('login.password'),
            type: 'password',
            autoComplete: 'current-password',
          },
        ]}
        action={t('account.delete.submit')}
        danger
        pending={remove.isPending}
        error={remove.error}
        onSubmit={({ password }) => {
          remove.mutate(password);
        }}
      />
      <Button look="ghost" className="mt-3 w-full" onClick={onClose}>
        {t('common.cancel')}
      </Button>
    </Dialog>
  );
}
