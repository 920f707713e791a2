type Listener = () => void;

let answer: ((confirmed: boolean) => void) | undefined;
let asked: Promise<boolean> | undefined;
const listeners = new Set<Listener>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Whether the reader is asked to show once more who they are, on behalf of all requests that wait for it. */
export const confirmation = {
  /** Asks, and tells whether they have shown it. Where nothing is there that could ask, they have not. */
  ask: (): Promise<boolean> => {
    if (listeners.size === 0) return Promise.resolve(false);
    asked ??= new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    tell();
    return asked;
  },
  end: (confirmed: boolean): void => {
    const waiting = answer;
    answer = undefined;
    asked = undefined;
    waiting?.(confirmed);
    tell();
  },
  isAsked: (): boolean => asked !== undefined,
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
