import type { APIRequestContext, Page } from '@playwright/test';
import { ADMIN, createMachine, deleteMachine, machineName } from './support/product';
import { testMail } from './support/mail';
import { expectFits, expectReachable } from './support/reach';
import { machineAtRest } from './support/rest';
import { expect, expectAccessible, expectContrast, test } from './support/test';

const [RUNNING, DELETED] = [machineName('every'), machineName('every-bin')];

/** Addresses of what the tests look at. */
interface Places {
  vm: string;
  job: string;
  host: string;
  image: string;
  mail: string;
  user: string;
}

const PAGES: Record<
  string,
  { path: (places: Places) => string; sign: (page: Page) => Promise<void> }
> = {
  overview: at('/', (page) => page.getByRole('meter').first().waitFor()),
  list: at('/vms', (page) => page.getByRole('row', { name: RUNNING }).waitFor()),
  detail: at(
    ({ vm }) => `/vms/${vm}`,
    (page) => page.getByRole('log').waitFor(),
  ),
  activity: at(
    ({ vm }) => `/vms/${vm}/activity`,
    (page) => page.getByRole('log').waitFor(),
  ),
  system: at('/settings/system', (page) => page.getByLabel('Days in the bin').waitFor()),
  mailSettings: at('/settings/mail', (page) => page.getByLabel('Port', { exact: true }).waitFor()),
  mailTemplates: at('/settings/mail-templates', (page) =>
    page.getByRole('combobox', { name: 'Kind of mail' }).waitFor(),
  ),
  form: at('/vms/new', (page) =>
    page.getByRole('radio', { name: 'tiny' }).waitFor({ state: 'attached' }),
  ),
  jobs: at('/jobs', (page) => page.getByRole('table').getByRole('link').first().waitFor()),
  job: at(
    ({ job }) => `/jobs/${job}`,
    (page) => page.getByRole('log').waitFor(),
  ),
  hosts: at('/hosts', (page) => page.getByRole('table').getByRole('link').first().waitFor()),
  host: at(
    ({ host }) => `/hosts/${host}`,
    (page) => page.getByRole('meter').first().waitFor(),
  ),
  images: at('/images', (page) => page.getByRole('table').getByRole('link').first().waitFor()),
  image: at(
    ({ image }) => `/images/${image}`,
    (page) => page.getByText('Node of OBox').waitFor(),
  ),
  bin: at('/bin', (page) => page.getByRole('row', { name: DELETED }).waitFor()),
  mails: at('/mails', (page) => page.getByRole('table').getByRole('link').first().waitFor()),
  mail: at(
    ({ mail }) => `/mails/${mail}`,
    (page) => page.getByRole('heading', { name: 'Links' }).waitFor(),
  ),
  users: at('/users', (page) => page.getByRole('table').getByRole('link').first().waitFor()),
  user: at(
    ({ user }) => `/users/${user}`,
    (page) => page.getByRole('meter').first().waitFor(),
  ),
  profile: at('/profile', (page) => page.getByText('This session').waitFor()),
  appearance: at('/settings', (page) => page.getByRole('heading', { level: 1 }).waitFor()),
  sizes: at('/settings/presets', (page) =>
    page
      .getByRole('button', { name: /^Delete size/ })
      .first()
      .waitFor(),
  ),
};

function at(path: string | ((places: Places) => string), sign: (page: Page) => Promise<void>) {
  return { path: typeof path === 'string' ? () => path : path, sign };
}

let places: Places;

async function first(request: APIRequestContext, path: string): Promise<string> {
  const { items } = (await (await request.get(path)).json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  await request.post('/api/auth/login', { data: ADMIN });
  const vm = await createMachine(request, RUNNING, { tags: ['prod/web'] });
  const gone = await createMachine(request, DELETED);
  for (const id of [vm, gone]) await machineAtRest(request, id);
  await request.delete(`/api/vms/${gone}`);
  places = {
    vm,
    job: await first(request, `/api/jobs?subject=${vm}`),
    host: await first(request, '/api/hosts'),
    image: await first(request, '/api/images'),
    mail: await testMail(request),
    user: await first(request, '/api/admin/users'),
  };
  await request.dispose();
});

test.afterAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  await request.post('/api/auth/login', { data: ADMIN });
  await deleteMachine(request, RUNNING);
  const { items } = (await (await request.get('/api/vms/bin')).json()) as {
    items: { id: string; name: string }[];
  };
  for (const { id, name } of items) {
    if (name === DELETED) await request.delete(`/api/vms/bin/${id}`);
  }
  await request.dispose();
});

/** By whoever sees little, or no colours, or reads large letters, or has no mouse, or a phone. */
async function expectUsable(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await expectReachable(page);
  await page.emulateMedia({ forcedColors: 'none' });
  // 1280 pixels at 200 %, and a phone
  await expectFits(page, 640, 450);
  await expectFits(page, 390, 844);
}

for (const [name, { path, sign }] of Object.entries(PAGES)) {
  test(`everybody can use the page: ${name}`, async ({ insidePage: page }) => {
    await page.goto(path(places));
    await sign(page);
    await expectUsable(page);
  });
}

test('everybody can use the page: login', async ({ page }) => {
  await page.goto('/login');
  await page.getByRole('button', { name: 'Log in' }).waitFor();
  await expectUsable(page);
});

test('everybody can use the palette', async ({ insidePage: page }) => {
  await page.goto('/hosts');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('machine');
  await page.getByRole('option').first().waitFor();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  const chosen = page.getByRole('option', { selected: true });
  expect(await chosen.evaluate((option) => getComputedStyle(option).outlineStyle)).toBe('solid');
  await page.emulateMedia({ forcedColors: 'none' });
  await expectContrast(page);
  await expectFits(page, 640, 450);
  await expectFits(page, 390, 844);
});
