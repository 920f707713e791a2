import { thousandMachines } from './support/many';
import { slowDown } from './support/network';
import { createMachine } from './support/product';
import { expect, expectAccessible, expectContrast, test } from './support/test';

test('the palette finds a machine by what is typed, and leads there by keyboard alone', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('sought');
  await createMachine(page.request, name);
  await page.goto('/jobs');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  const input = page.getByRole('dialog').getByRole('combobox');
  await expect(input).toBeFocused();
  await page.keyboard.type(name, { delay: 20 });
  const option = page.getByRole('option', { name });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(input).toHaveAttribute(
    'aria-activedescendant',
    (await option.getAttribute('id')) ?? '',
  );
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

  await test.step('and offers it first the next time', async () => {
    await page.keyboard.press('Control+k');
    const first = page.getByRole('group', { name: 'Recent' }).getByRole('option').first();
    await expect(first).toHaveText(name);
    await page.keyboard.press('Escape');
    await expect(input).toBeHidden();
  });
});

test('the palette does what is asked for, and goes to pages', async ({ insidePage: page }) => {
  await page.goto('/vms');
  await page.getByRole('button', { name: 'Search and commands' }).click();
  await page.keyboard.type('dark theme');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('hosts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Hosts', level: 1 })).toBeVisible();
});

test('no letter that is typed into the palette is lost, however slow the page is', async ({
  insidePage: page,
}) => {
  await thousandMachines(page);
  // What is found comes later than the first letters.
  await page.route(/PaletteContent-.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await page.goto('/jobs');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await slowDown(page, 4);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kafka-broker', { delay: 80 });
  await expect(page.getByRole('dialog').locator('input')).toHaveValue('kafka-broker');
  await expect(page.getByRole('option', { name: /^kafka-broker-/ }).first()).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('kafka-broker');
});

test('what is typed over a former search opens only what that finds, however soon Enter is pressed', async ({
  insidePage: page,
}) => {
  const machines = await thousandMachines(page);
  const wanted = machines.find(({ name }) => name.startsWith('web-')) ?? machines[0];
  await page.route(`**/api/vms/${wanted?.id}`, (route) => route.fulfill({ json: wanted }));
  await page.goto('/jobs');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kafka');
  await expect(page.getByRole('option', { name: /^kafka-broker-/ }).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(wanted?.name ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wanted?.name ?? '');
});

test.describe('while the server fails', () => {
  test.use({ expectedComplaint: /status of 500/ });

  test('a search that fails is not told as one that finds nothing', async ({
    insidePage: page,
  }) => {
    await page.route(/\/api\/vms\?/, (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        json: {
          type: 'urn:obox:problem:internal',
          title: 'Error',
          status: 500,
          detail: 'It broke.',
        },
      }),
    );
    await page.goto('/jobs');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('zebra');
    await expect(page.getByRole('dialog').getByText('It broke.')).toBeVisible();
  });
});
