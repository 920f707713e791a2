import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useMe } from '@/domain/me';
import { useLogout } from '@/features/session/queries';
import { hasDrafts } from '@/lib/useDraft';

/** Who is logged in, and the way out, which asks where something that was typed would be lost by it. */
export function Account() {
  const { t } = useTranslation();
  const me = useMe();
  const logout = useLogout();
  const [asking, setAsking] = useState(false);
  return (
    <>
      {logout.error && <ProblemNotice error={logout.error} title={t('session.logoutFailed')} />}
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="truncate text-sm font-medium" title={me.email}>
            {me.email}
          </p>
          <p className="text-xs text-ink-faint">{t(`role.${me.role}`)}</p>
        </div>
        <IconButton
          icon="logout"
          label={t('session.logout')}
          onClick={() => {
            if (hasDrafts(`${me.id}.`)) setAsking(true);
            else logout.mutate();
          }}
        />
      </div>
      {asking && (
        <ConfirmDialog
          title={t('leave.title')}
          text={<p>{t('leave.text')}</p>}
          confirm={t('session.discardAndLogout')}
          keep={t('leave.stay')}
          busy={false}
          onConfirm={() => {
            setAsking(false);
            logout.mutate();
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
