import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useModal } from '@/components/useModal';

/** The sidebar of a small screen: a modal dialog at the left edge. */
export function Drawer({
  label,
  children,
  onClose,
}: {
  label: string;
  children: ReactNode;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const ref = useModal();
  return (
    <dialog
      ref={ref}
      aria-label={label}
      onClose={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="m-0 h-dvh max-h-none w-72 max-w-[85vw] border-r border-line bg-canvas text-ink shadow-raised"
    >
      {children}
      <IconButton
        icon="close"
        label={t('navigation.close')}
        onClick={onClose}
        className="absolute top-4 right-4"
      />
    </dialog>
  );
}
