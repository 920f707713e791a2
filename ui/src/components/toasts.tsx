import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react';
import { Icon } from './icons';

type Outcome = 'done' | 'fail';

interface Toast {
  id: number;
  text: string;
  outcome: Outcome;
  action?: ToastAction | undefined;
}

/** Something that a note offers. */
export interface ToastAction {
  label: string;
  run: () => void;
}

type Say = (text: string, outcome?: Outcome, action?: ToastAction) => void;

const SHOWN_MILLIS = { done: 5_000, fail: 10_000 };

const ToastContext = createContext<Say>(() => undefined);

/** Short notes on what was just done, shown for a moment and read out politely. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const nextId = useRef(0);
  const say = useCallback<Say>((text, outcome = 'done', action) => {
    const id = nextId.current++;
    setToasts((shown) => [...shown.slice(-2), { id, text, outcome, action }]);
    setTimeout(() => {
      setToasts((shown) => shown.filter((toast) => toast.id !== id));
    }, SHOWN_MILLIS[outcome]);
  }, []);
  return (
    <ToastContext value={say}>
      {children}
      <div
        role="status"
        data-toasts
        className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex flex-col items-center gap-2 p-4"
      >
        {toasts.map((toast) => (
          <p
            key={toast.id}
            className="flex animate-enter items-center gap-2 rounded-control bg-ink px-4 py-2.5 text-paper shadow-raised forced-colors:border"
          >
            <Icon name={toast.outcome === 'done' ? 'check' : 'alert'} className="size-4.5" />
            {toast.text}
            {toast.action && (
              <button
                type="button"
                onClick={toast.action.run}
                className="pointer-events-auto font-medium underline underline-offset-4"
              >
                {toast.action.label}
              </button>
            )}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}

export function useToast(): Say {
  return use(ToastContext);
}
