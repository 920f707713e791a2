import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';

/** Asks before what can't be undone. Cancel comes first and has the focus. */
export function ConfirmDialog({
  title,
  text,
  confirm,
  keep,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  title: string;
  text: ReactNode;
  confirm: string;
  /** The word for leaving things as they are, where "Cancel" would be misunderstood. */
  keep?: string;
  busy: boolean;
  error?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="space-y-2 text-pretty text-ink-soft">{text}</div>
      {error && <div className="mt-4">{error}</div>}
      <div className="mt-6 flex justify-end gap-2">
        <Button onClick={onClose}>{keep ?? t('common.cancel')}</Button>
        <Button look="danger" unavailable={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
