import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { confirmation } from './confirmation';
import { askServer } from './probe';
import { ProblemError, UNREACHABLE, unreachable } from './problem';
import { reachability } from './reachability';

const RESEND_MILLIS = 300;
const ANSWER_MILLIS = 30_000;

export interface Command<T, V> {
  send: (variables: V, signal: AbortSignal) => Promise<T>;
  /**
   * Loads again what has changed, or writes it down where the answer tells it. A success is told when that is there, a failure,
   * which has no answer, does not wait for it.
   */
  refresh: (answer?: T) => Promise<unknown>;
  /** How long an answer is waited for. */
  patienceMillis?: number;
}

/**
 * A request that changes something. Whoever gives up on it, by closing a dialog or leaving the page for instance, abandons
 * it.
 */
export function useCommand<T, V = void>(command: Command<T, V>) {
  const controller = useRef<AbortController>(undefined);
  const mutation = useSending(command, () => (controller.current = new AbortController()));
  useEffect(
    () => () => {
      controller.current?.abort();
    },
    [],
  );
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
 * The same for what is done at once, without a question: its reader may go on, and it is carried out all the same. Each order has an
 * end of its own, however many follow each other.
 */
export function useOrder<T, V = void>(command: Command<T, V>) {
  const { mutateAsync, isPending, error, reset } = useSending(command, () => new AbortController());
  return { give: mutateAsync, isPending, error, reset };
}

function useSending<T, V>(
  { send, refresh, patienceMillis = ANSWER_MILLIS }: Command<T, V>,
  control: () => AbortController,
) {
  return useMutation<T, Error, V>({
    mutationFn: (variables) =>
      sendWhileReached((signal) => send(variables, signal), control(), patienceMillis),
    onSuccess: (answer) => refresh(answer),
    onError: () => void refresh(),
  });
}

/**
 * Sends a request that must not be carried out after its reader was told that it failed. What has left the browser is
 * delivered by the network whenever it can be, so the server is asked for a sign of life first; and a request is ended, as
 * unreachable, when the server is lost or does not answer for long.
 */
export async function sendWhileReached<T>(
  send: (signal: AbortSignal) => Promise<T>,
  controller: AbortController,
  patienceMillis = ANSWER_MILLIS,
): Promise<T> {
  const { signal } = controller;
  const giveUp = () => {
    controller.abort(unreachable());
  };
  const onTime = () => {
    // the reader may take their time to show who they are
    if (confirmation.isAsked()) timer = setTimeout(onTime, patienceMillis);
    else giveUp();
  };
  let timer = setTimeout(onTime, patienceMillis);
  const unsubscribe = reachability.subscribe(() => {
    if (reachability.read().lost) giveUp();
  });
  const sendIfAnswered = async () => {
    await askServer();
    signal.throwIfAborted();
    return send(signal);
  };
  try {
    return await Promise.race([sendIfAnswered(), endOf(signal)]);
  } finally {
    clearTimeout(timer);
    unsubscribe();
  }
}

function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
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
