import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

const GAP = 4;

export interface Popover<A extends HTMLElement, P extends HTMLElement> {
  anchor: RefObject<A | null>;
  panel: RefObject<P | null>;
  open: boolean;
  show: () => void;
  hide: () => void;
}

/**
 * Something that opens over the page beside its button, and closes on Escape or a click elsewhere: the browser does that for
 * what has `popover="auto"`. It goes along when the page is scrolled.
 */
export function usePopover<A extends HTMLElement, P extends HTMLElement>(): Popover<A, P> {
  const anchor = useRef<A>(null);
  const panel = useRef<P>(null);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const shown = panel.current;
    if (!open || !shown || !anchor.current) return;
    shown.showPopover();
    place(shown, anchor.current.getBoundingClientRect());
    shown.querySelector<HTMLElement>('button, a, input, select')?.focus();
    const closed = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') setOpen(false);
    };
    const scrolled = (event: Event) => {
      if (event.target instanceof Node && shown.contains(event.target)) return;
      const at = anchor.current?.getBoundingClientRect();
      if (at && at.bottom > 0 && at.top < window.innerHeight) place(shown, at);
      else shown.hidePopover();
    };
    shown.addEventListener('toggle', closed);
    window.addEventListener('scroll', scrolled, true);
    return () => {
      shown.removeEventListener('toggle', closed);
      window.removeEventListener('scroll', scrolled, true);
    };
  }, [open]);
  return {
    anchor,
    panel,
    open,
    show: () => {
      // not every browser does that by itself; it is where the focus goes back to
      anchor.current?.focus({ preventScroll: true });
      setOpen(true);
    },
    hide: () => {
      panel.current?.hidePopover();
      setOpen(false);
    },
  };
}

/** Below its button, or above where there is more room, towards the middle of the window; never past its edges. */
function place(panel: HTMLElement, at: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = at.bottom + GAP;
  const fits = below + height <= window.innerHeight;
  const top = fits ? below : Math.max(GAP, at.top - GAP - height);
  const inLeftHalf = at.left + at.right < window.innerWidth;
  const wanted = inLeftHalf ? at.left : at.right - width;
  const left = Math.min(Math.max(GAP, wanted), window.innerWidth - width - GAP);
  panel.style.top = `${top}px`;
  panel.style.left = `${left}px`;
}
