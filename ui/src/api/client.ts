import { confirmation } from './confirmation';
import { readProblem, unreachable } from './problem';
import { reachability } from './reachability';

type Query = Record<string, string | number | undefined | null>;

export interface RequestOptions {
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const NO_REFRESH = new Set([
  '/api/auth/login',
  '/api/auth/second-factor',
  '/api/auth/refresh',
  '/api/auth/logout',
]);

/** What a proxy answers in the place of a server that it does not reach. */
const GATEWAY_WITHOUT_SERVER = new Set([502, 504]);

/** Everything waits for the renewal of a session, so it must not wait for ever itself. */
const REFRESH_MILLIS = 10_000;

let refreshing: Promise<boolean> | undefined;

/**
 * Sends one request and answers its JSON body. The access token's cookie is short-lived: on 401 it is renewed
 * once, by one request for all callers, and the request is repeated. So it is where its reader must show once more who they are.
 *
 * @throws ProblemError for every answer that is not a success, and when there is no answer
 */
export async function request<T>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<T> {
  let response = await send(method, path, options);
  if (response.status === 401 && !NO_REFRESH.has(path) && (await refresh())) {
    response = await send(method, path, options);
  }
  if (response.ok) return (await readBody(response)) as T;
  const problem = await readProblem(response);
  if (problem.slug !== 'confirmation-required' || !(await confirmation.ask())) throw problem;
  options.signal?.throwIfAborted();
  response = await send(method, path, options);
  if (!response.ok) throw await readProblem(response);
  return (await readBody(response)) as T;
}

export const api = {
  get: <T>(path: string, options?: RequestOptions) => request<T>('GET', path, options),
  post: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    request<T>('POST', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, version: number, signal?: AbortSignal) =>
    request<T>('PATCH', path, {
      body,
      ...(signal && { signal }),
      headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': `"${version}"` },
    }),
  delete: <T>(path: string, options?: RequestOptions) => request<T>('DELETE', path, options),
};

async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  try {
    const response = await fetch(path + queryString(options.query), {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-cache',
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      ...(options.signal && { signal: options.signal }),
    });
    tellReach(response.status);
    return response;
  } catch (error) {
    if (options.signal?.aborted && !isTimeout(options.signal)) throw error;
    reachability.unanswered();
    throw unreachable();
  }
}

function tellReach(status: number): void {
  if (GATEWAY_WITHOUT_SERVER.has(status)) reachability.unanswered();
  else reachability.answered();
}

function isTimeout(signal: AbortSignal): boolean {
  return signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
}

function refresh(): Promise<boolean> {
  refreshing ??= acrossTabs(() =>
    send('POST', '/api/auth/refresh', { signal: AbortSignal.timeout(REFRESH_MILLIS) }),
  )
    .then((response) => response.ok)
    .finally(() => {
      refreshing = undefined;
    });
  return refreshing;
}

/** Refresh tokens rotate: two tabs that send the same one at once would look like a stolen token. */
async function acrossTabs<T>(task: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return task();
  return await navigator.locks.request('obox.refresh', () => task());
}

function queryString(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
