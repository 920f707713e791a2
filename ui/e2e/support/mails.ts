import {
  expect,
  request as newRequests,
  type APIRequestContext,
  type Page,
} from '@playwright/test';
import { ADMIN } from './product';

const OBOX_URL = process.env.OBOX_URL ?? 'http://127.0.0.1:8080';

interface Mail {
  id: string;
  template: string;
  createdAt: string;
  links?: string[];
}

/** Whether people can register here, and mails can be read in the outbox. */
export async function canRegister(page: Page): Promise<boolean> {
  const terms = (await (await page.request.get('/api/auth/registration')).json()) as {
    open: boolean;
  };
  return terms.open;
}

/** The path of the link in the latest mail of a kind to an address, as an administrator finds it in the outbox. */
export async function linkTo(
  requests: APIRequestContext,
  email: string,
  template: string,
): Promise<string> {
  let id: string | undefined;
  await expect(async () => {
    const answer = await requests.get('/api/admin/mails', { params: { to: email } });
    const { items } = (await answer.json()) as { items: Mail[] };
    id = items.find((mail) => mail.template === template)?.id;
    expect(id).toBeDefined();
  }).toPass();
  const mail = (await (await requests.get(`/api/admin/mails/${id}`)).json()) as Mail;
  const link = mail.links
    ?.map((text) => new URL(text))
    .find((url) => url.hash.startsWith('#token='));
  return `${link?.pathname}${link?.hash}`;
}

/** The token of a link, which stands behind its `#`. */
export function tokenOf(link: string): string {
  return new URLSearchParams(link.split('#')[1]).get('token') ?? '';
}

/** Requests of an administrator, past the page and its cookies. */
export async function administrator(): Promise<APIRequestContext> {
  const requests = await newRequests.newContext({ baseURL: OBOX_URL });
  const answer = await requests.post('/api/auth/login', { data: ADMIN });
  expect(answer.ok(), `login as ${ADMIN.email}: ${answer.status()}`).toBe(true);
  return requests;
}
