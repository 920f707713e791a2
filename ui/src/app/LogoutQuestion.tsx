import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';

/** Asked of whoever logs out while something stands in a form that was not sent. */
export function LogoutQuestion({
  onConfirm,
  onClose,
}: {
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      title={t('leave.title')}
      text={<p>{t('leave.text')}</p>}
      confirm={t('session.discardAndLogout')}
      keep={t('leave.stay')}
      busy={false}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
