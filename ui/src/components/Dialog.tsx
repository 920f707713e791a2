import { useId, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useModal } from './useModal';

/**
 * A modal dialog: the browser keeps the focus inside and gives it back. Whether Escape closes it is for its owner to say;
 * the browser asks only once before it closes one on its own, which is then opened again until the owner takes it away.
 * React hands on what happens to a dialog to the one around it, which it does not concern. It stands apart from what asked for
 * it, which may be hidden meanwhile, such as a menu.
 */
export function Dialog({
  title,
  children,
  onClose,
}: {
  title: string;
  children: ReactNode;
  onClose: () => void;
}) {
  const id = useId();
  const ref = useModal();
  return createPortal(
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        if (event.target !== event.currentTarget || event.currentTarget.open) return;
        event.currentTarget.showModal();
        onClose();
      }}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] animate-enter rounded-panel border border-line bg-raised p-6 text-ink shadow-raised"
    >
      <h2 id={id} className="mb-2 text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {children}
    </dialog>,
    document.body,
  );
}
