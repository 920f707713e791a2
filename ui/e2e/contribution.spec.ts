import { fileURLToPath } from 'node:url';
import type { APIRequestContext, Page } from '@playwright/test';
import { chooseLook } from './support/account';
import { createMachine } from './support/product';
import { DATA, install, shell } from './support/shell';
import { expect, expectAccessible, test } from './support/test';

/** What comes or goes is seen within this time of the bundle's start or end. */
const SOON = { timeout: 2_000 };
const NAME = 'org.example.rack.page';

function jar(version: number): string {
  const path = `../../itests/evolution/page/rack-page-${version}.jar`;
  return fileURLToPath(new URL(path, import.meta.url));
}

async function uninstallAll(): Promise<void> {
  const numbers = (await shell(`felix:lb -s ${NAME}`)).matchAll(/^\s*(\d+)\|.*rack\.page/gm);
  for (const [, number] of numbers) await shell(`felix:uninstall ${number}`);
}

/** The version of a machine that is being made may change at any time. */
async function retag(request: APIRequestContext, id: string, tags: string[]): Promise<void> {
  await expect(async () => {
    const { version } = (await (await request.get(`/api/vms/${id}`)).json()) as { version: number };
    const headers = {
      'Content-Type': 'application/merge-patch+json',
      'If-Match': `"${version}"`,
    };
    const changed = await request.patch(`/api/vms/${id}`, { data: { tags }, headers });
    expect(changed.ok()).toBe(true);
  }).toPass({ timeout: 10_000 });
}

/** Whether the page is still the document that it was, and was not loaded again. */
async function mark(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    document.documentElement.dataset.seen = 'before';
  });
  return async () => {
    await expect(page.locator('html')).toHaveAttribute('data-seen', 'before');
  };
}

test.describe('a bundle of somebody else', () => {
  test.skip(DATA === undefined, 'OBOX_DATA does not say where the product keeps its data');
  test.afterEach(uninstallAll);

  test('adds a page, a tab and a column, is replaced and goes while the page is open', async ({
    insidePage: page,
    newName,
  }) => {
    const name = newName('racked');
    await createMachine(page.request, name, { tags: ['rack-7'] });
    await page.goto('/vms/new');
    const typed = page.getByLabel('Name', { exact: true });
    await typed.pressSequentially('half-typed');
    await expect(page.getByRole('status').getByText('Live', { exact: true })).toBeVisible();
    const expectSameDocument = await mark(page);

    await install(jar(1));
    const place = page.getByRole('link', { name: 'All racks' });
    await expect(place).toBeVisible(SOON);
    await expect(typed).toHaveValue('half-typed');
    await typed.fill('');

    await place.click();
    await chooseLook(page, 'Français');
    await expect(page.getByRole('heading', { name: 'Baies, version 1' })).toBeVisible();
    await chooseLook(page, 'English');
    await expect(page.getByRole('heading', { name: 'Racks, version 1' })).toBeVisible();
    await page.getByRole('link', { name }).click();
    await expect(page.getByText(`${name} stands in rack-7.`)).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Virtual machines', exact: true }).last().click();
    await expect(page.getByRole('columnheader', { name: 'Rack' })).toBeVisible();
    await expect(page.getByRole('row', { name }).getByText('rack-7').last()).toBeVisible();

    await page.getByRole('link', { name: 'All racks' }).click();
    await shell(`obox:update ${jar(2)}`);
    await expect(page.getByRole('heading', { name: 'Racks, version 2' })).toBeVisible(SOON);

    await uninstallAll();
    await expect(page.getByRole('link', { name: 'All racks' })).toBeHidden(SOON);
    await expect(page.getByRole('heading', { name: 'Page not found' }).first()).toBeVisible();
    await expectSameDocument();
  });

  test('tells of a newer build of the page, which is loaded when the reader wants it', async ({
    insidePage: page,
  }) => {
    const shared = page.waitForResponse('**/assets/obox-sdk-*.js');
    await page.goto('/vms/new');
    const typed = page.getByLabel('Name', { exact: true });
    await typed.pressSequentially('half-typed');
    await (await shared).finished();
    const expectSameDocument = await mark(page);
    // The newer build has other scripts; the older ones are gone.
    await page.route('/assets/**', (route) => route.fulfill({ status: 404 }));
    await page.route('/api/ui/contributions', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        json: { ...((await response.json()) as object), build: 'newer' },
      });
    });

    await install(jar(1));
    const reload = page.getByRole('button', { name: 'Reload' });
    await expect(reload).toBeVisible(SOON);
    await expect(page.getByRole('status').getByText('There is a new version')).toBeVisible();
    await expect(page.getByRole('link', { name: 'All racks' })).toBeVisible(SOON);
    await expect(typed).toHaveValue('half-typed');
    await expectSameDocument();
    await expectAccessible(page);

    await page.unrouteAll();
    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      void dialog.accept();
    });
    await reload.click();
    await expect(page.locator('html')).not.toHaveAttribute('data-seen');
    await expect(typed).toHaveValue('half-typed');
    expect(questions).toEqual([]);
    await expect(page.getByRole('link', { name: 'All racks' })).toBeVisible();
    await expect(reload).toBeHidden();
  });

  test.describe('that has a fault', () => {
    test.use({ expectedComplaint: /stands nowhere/ });

    test('is named where it has it, and the rest of the page lives on', async ({
      insidePage: page,
      newName,
    }) => {
      const name = newName('rackless');
      const id = await createMachine(page.request, name, { tags: ['rackless'] });
      await install(jar(1));
      await page.goto('/vms');
      const row = page.getByRole('row', { name });
      await row.getByRole('button', { name: 'Racks failed here' }).press('Enter');
      await expect(row.getByText(`${name} stands nowhere`)).toBeVisible();
      await row.getByRole('link', { name }).click();
      await page.getByRole('link', { name: 'Rack', exact: true }).click();
      await expect(page.getByText('Racks failed here')).toBeVisible();
      await retag(page.request, id, ['rack-9']);
      await expect(page.getByText(`${name} stands in rack-9.`)).toBeVisible();
      await page
        .getByRole('navigation', { name: 'Views' })
        .getByRole('link', { name: 'Overview' })
        .click();
      await expect(page.getByRole('heading', { name: 'Details' })).toBeVisible();
    });
  });
});

test.describe('a page whose script can’t be loaded', () => {
  test.use({ expectedComplaint: /VmCreatePage|ERR_FAILED|dynamically imported module/ });

  test('says so once, and is there when it is tried again', async ({ insidePage: page }) => {
    let asked = 0;
    await page.route('/assets/VmCreatePage-*.js', (route) => {
      asked += 1;
      return route.abort();
    });
    await page.goto('/vms/new');
    await expect(page.getByText('OBox failed here')).toBeVisible();
    expect(asked).toBeLessThan(5);

    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByLabel('Name', { exact: true })).toBeVisible();
  });
});
