import { beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from './client';
import { ProblemError } from './problem';

const fetchMock = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

function answer(status: number, body?: unknown, type = 'application/json'): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': type },
  });
}

function calls(path: string): number {
  return fetchMock.mock.calls.filter(([url]) => url === path).length;
}

beforeEach(() => {
  fetchMock.mockReset();
  vi.stubGlobal('fetch', fetchMock);
  vi.stubGlobal('navigator', {});
});

describe('a request', () => {
  it('answers the JSON body', async () => {
    fetchMock.mockResolvedValue(answer(200, { items: [] }));
    expect(await api.get('/api/vms')).toEqual({ items: [] });
  });

  it('answers undefined where there is no body', async () => {
    fetchMock.mockResolvedValue(answer(204));
    expect(await api.post('/api/auth/logout')).toBeUndefined();
  });

  it('leaves out query parameters that are not set', async () => {
    fetchMock.mockResolvedValue(answer(200, {}));
    await api.get('/api/vms', { query: { q: 'web 1', state: undefined, cursor: null } });
    expect(fetchMock.mock.calls[0]?.[0]).toBe('/api/vms?q=web+1');
  });

  it('sends a change as a merge patch of the version that was seen', async () => {
    fetchMock.mockResolvedValue(answer(200, {}));
    await api.patch('/api/vms/1', { name: 'a' }, 7);
    const headers = new Headers(fetchMock.mock.calls[0]?.[1].headers);
    expect(headers.get('If-Match')).toBe('"7"');
    expect(headers.get('Content-Type')).toBe('application/merge-patch+json');
  });
});

describe('a refusal', () => {
  it('carries the problem document', async () => {
    const problem = {
      type: 'urn:obox:problem:validation',
      title: 'Invalid',
      status: 422,
      errors: [{ pointer: '/name', detail: 'Too long.' }],
    };
    fetchMock.mockResolvedValue(answer(422, problem, 'application/problem+json'));
    const error = await api.post('/api/vms', {}).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).slug).toBe('validation');
    expect((error as ProblemError).fieldErrors).toEqual(problem.errors);
  });

  it('is a problem too when a proxy answers with a page of its own', async () => {
    fetchMock.mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(api.get('/api/vms')).rejects.toMatchObject({ status: 502, slug: '' });
  });

  it('is a problem when nobody answers', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(api.get('/api/vms')).rejects.toMatchObject({ status: 0, slug: 'unreachable' });
  });

  it('is no problem when the reader went away', async () => {
    const abort = new AbortController();
    abort.abort();
    const reason = new DOMException('Aborted', 'AbortError');
    fetchMock.mockRejectedValue(reason);
    await expect(api.get('/api/vms', { signal: abort.signal })).rejects.toBe(reason);
  });
});

describe('an expired access token', () => {
  it('is renewed once for all requests that meet it', async () => {
    let renewed = false;
    fetchMock.mockImplementation((url) => {
      if (url === '/api/auth/refresh') renewed = true;
      return Promise.resolve(renewed ? answer(200, { ok: url }) : answer(401));
    });
    const results = await Promise.all([api.get('/api/vms'), api.get('/api/jobs')]);
    expect(results).toEqual([{ ok: '/api/vms' }, { ok: '/api/jobs' }]);
    expect(calls('/api/auth/refresh')).toBe(1);
  });

  it('fails its requests when the renewal is swallowed, and is renewed anew by the next', async () => {
    const patience = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(patience.signal);
    fetchMock.mockImplementation((url, { signal }) => {
      if (url !== '/api/auth/refresh') return Promise.resolve(answer(401));
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    });
    const asked = api.get('/api/vms');
    await vi.waitFor(() => {
      expect(calls('/api/auth/refresh')).toBe(1);
    });
    patience.abort(new DOMException('Too late', 'TimeoutError'));
    await expect(asked).rejects.toMatchObject({ status: 0 });

    fetchMock.mockResolvedValue(answer(401));
    await api.get('/api/vms').catch(() => undefined);
    expect(calls('/api/auth/refresh')).toBe(2);
  });

  it('is renewed across tabs one after the other, where the browser has locks', async () => {
    const locks: string[] = [];
    vi.stubGlobal('navigator', {
      locks: {
        request: (name: string, task: () => unknown) => {
          locks.push(name);
          return Promise.resolve(task());
        },
      },
    });
    fetchMock.mockResolvedValue(answer(401));
    await api.get('/api/vms').catch(() => undefined);
    expect(locks).toEqual(['obox.refresh']);
  });

  it('ends in a refusal when the session is over, without asking twice', async () => {
    fetchMock.mockResolvedValue(answer(401));
    await expect(api.get('/api/vms')).rejects.toMatchObject({ status: 401 });
    expect(calls('/api/auth/refresh')).toBe(1);
    expect(calls('/api/vms')).toBe(1);
  });

  it('is not what a wrong password means', async () => {
    fetchMock.mockResolvedValue(answer(401));
    await expect(api.post('/api/auth/login', {})).rejects.toMatchObject({ status: 401 });
    expect(calls('/api/auth/refresh')).toBe(0);
  });
});
