import { expect, type APIRequestContext } from '@playwright/test';

/** Has a mail made, which stays in the outbox where no mail server is set up: its id, once it is there. */
export async function testMail(request: APIRequestContext): Promise<string> {
  const answer = await request.post('/api/admin/mails/test');
  expect(answer.status()).toBe(202);
  const { subject } = (await answer.json()) as { subject: { id: string } };
  await expect.poll(() => stateOf(request, subject.id), { timeout: 30_000 }).toBe('OUTBOX');
  return subject.id;
}

async function stateOf(request: APIRequestContext, id: string): Promise<string> {
  const mail = await request.get(`/api/admin/mails/${id}`);
  return ((await mail.json()) as { state: string }).state;
}
