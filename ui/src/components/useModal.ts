import { useLayoutEffect, useRef } from 'react';

/**
 * Shows a dialog element as modal as long as it is there. Closed in a layout effect, while it is still part of the
 * page: only then does the browser give the focus back to where it was before.
 */
export function useModal() {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
    };
  }, []);
  return ref;
}
