import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { linkTo, tokenOf } from './mails';
import { machineName } from './product';

export const PASSWORD = 'seven boats at noon';

/**
 * Somebody who registers past the page, and is logged in in it with a confirmed address.
 *
 * @param admin who reads the mail with the link
 * @returns the address
 */
export async function newPerson(admin: APIRequestContext, page: Page): Promise<string> {
  const email = `${machineName('ann')}@example.net`;
  const post = async (path: string, data: object) =>
    (await page.request.post(path, { data })).status();
  expect(await post('/api/auth/register', { email, name: 'Ann', password: PASSWORD })).toBe(202);
  const token = tokenOf(await linkTo(admin, email, 'auth.verify'));
  expect(await post('/api/auth/verify', { token })).toBe(204);
  expect(await post('/api/auth/login', { email, password: PASSWORD })).toBe(200);
  return email;
}
