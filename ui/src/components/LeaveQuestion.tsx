import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from '@/lib/navigation/useBlocker';
import { isReloading } from '@/lib/reload';
import { hasDraft } from '@/lib/useDraft';
import { ConfirmDialog } from './ConfirmDialog';

/** Asks before a form is left in which something stands that was not sent. A login brings it back, so it may be left for that. */
export function LeaveQuestion({ draft, onLeave }: { draft: string; onLeave: () => void }) {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      hasDraft(draft) &&
      nextLocation.pathname !== currentLocation.pathname &&
      nextLocation.pathname !== '/login',
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (hasDraft(draft) && !isReloading()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [draft]);

  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('leave.title')}
      text={<p>{t('leave.text')}</p>}
      confirm={t('leave.confirm')}
      keep={t('leave.stay')}
      busy={false}
      onConfirm={() => {
        onLeave();
        blocker.proceed();
      }}
      onClose={() => {
        blocker.reset();
      }}
    />
  );
}
