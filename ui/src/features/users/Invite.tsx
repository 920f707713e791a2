import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { InviteDialog } from './InviteDialog';

/** Opens the form by which somebody is invited. */
export function Invite() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        icon="add"
        look="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('user.invite.open')}
      </Button>
      {open && (
        <InviteDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
