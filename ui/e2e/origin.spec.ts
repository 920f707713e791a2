import { createServer, type Server } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import { ADMIN } from './support/product';

/** What CORS_ORIGIN is in the product under test: another port of the same site. */
const PORTAL = process.env.CORS_ORIGIN ?? '';
const PRODUCT = process.env.OBOX_URL ?? 'http://127.0.0.1:8080';

interface Seen {
  login: number;
  list: number;
  write: number;
  tag: string | null;
  stream: string;
}

test.skip(!PORTAL, 'the product under test lets no other origin in');

/** A page of nobody, for scripts to run on. */
function serve(port: number): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Portal</title>');
  });
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    }),
  );
}

let portal: Server;
let stranger: Server;

test.beforeAll(async () => {
  portal = await serve(Number(new URL(PORTAL).port));
  stranger = await serve(0);
});

test.afterAll(() => {
  portal.close();
  stranger.close();
});

/** Logs in from where the page is, reads, writes and opens the stream of events. */
function use(page: Page, product: string): Promise<Seen> {
  return page.evaluate(
    async ({ base, login }) => {
      const call = (method: string, path: string, body?: unknown) =>
        fetch(base + path, {
          method,
          credentials: 'include',
          ...(body !== undefined && {
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          }),
        });
      const loggedIn = await call('POST', '/api/auth/login', login);
      const list = await call('GET', '/api/vms');
      const me = await call('GET', '/api/auth/me');
      const write = await call('POST', '/api/vms', {});
      const stream = await new Promise<string>((resolve) => {
        const source = new EventSource(`${base}/api/events`, { withCredentials: true });
        const end = (outcome: string) => {
          source.close();
          resolve(outcome);
        };
        source.onopen = () => {
          end('open');
        };
        source.onerror = () => {
          end('refused');
        };
      });
      return {
        login: loggedIn.status,
        list: list.status,
        write: write.status,
        tag: me.headers.get('ETag'),
        stream,
      };
    },
    { base: product, login: ADMIN },
  );
}

test('a page of the further origin uses the API with its visitor’s login', async ({ page }) => {
  await page.goto(PORTAL);

  const seen = await use(page, PRODUCT);

  // The empty machine is refused for what it lacks, not for where it comes from.
  expect(seen).toMatchObject({ login: 200, list: 200, write: 422, stream: 'open' });
  expect(seen.tag).toBeTruthy();
});

test('from another site the browser sends no login', async ({ page }) => {
  await page.goto(PORTAL);

  const seen = await use(page, PRODUCT.replace('127.0.0.1', 'localhost'));

  expect(seen).toMatchObject({ login: 200, list: 401, write: 401, stream: 'refused' });
});

test('any other origin can read no answer', async ({ page }) => {
  const address = stranger.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await page.goto(`http://127.0.0.1:${port}/`);

  await expect(use(page, PRODUCT)).rejects.toThrow('Failed to fetch');
});
