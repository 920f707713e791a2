import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ProblemError, UNREACHABLE } from './problem';

const RESEND_MILLIS = 300;

interface Command<T, V> {
  send: (variables: V, signal: AbortSignal) => Promise<T>;
  /** Loads again what has changed. A success is told when that is there, a failure does not wait for it. */
  refresh: () => Promise<unknown>;
}

/** A request that changes something. Whoever gives up on it, by closing a dialog for instance, abandons it. */
export function useCommand<T, V = void>({ send, refresh }: Command<T, V>) {
  const controller = useRef<AbortController>(undefined);
  const mutation = useMutation<T, Error, V>({
    mutationFn: (variables) => {
      controller.current = new AbortController();
      return send(variables, controller.current.signal);
    },
    onSuccess: refresh,
    onError: () => void refresh(),
  });
  return {
    ...mutation,
    /** Ends the request if it is under way, and forgets how it went. */
    abandon: () => {
      controller.current?.abort();
      mutation.reset();
    },
  };
}

/**
 * Sends a request that carries its own key once more when no answer came; it is not done twice. That happens on the very
 * machine that starts guests: browsers drop their connections when a network interface appears.
 */
export async function resendUnanswered<T>(send: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const unanswered = error instanceof ProblemError && error.status === UNREACHABLE;
    if (!unanswered || signal.aborted || !navigator.onLine) throw error;
    await new Promise((resolve) => setTimeout(resolve, RESEND_MILLIS));
    signal.throwIfAborted();
    return send();
  }
}
