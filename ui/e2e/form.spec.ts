import { createMachine, IMAGE } from './support/product';
import { expect, test } from './support/test';

test('what the server finds wrong stands at the fields, and the focus goes to the summary', async ({
  insidePage: page,
}) => {
  await page.goto('/vms/new');
  await page.getByLabel('Name').fill('Not A Name');
  await page.getByRole('radio', { name: IMAGE }).check({ force: true });
  await page.getByLabel('Memory').fill('1');
  await page.getByLabel('SSH keys').fill('not a key');
  await page.getByRole('button', { name: 'Create machine' }).click();

  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Memory')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('SSH keys')).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAccessibleDescription(/letter/);

  const summary = page.locator(':focus');
  await expect(summary).toContainText("The machine can't be created like this");
  await summary.getByRole('link', { name: 'Name' }).click();
  await expect(name).toBeFocused();
});

test('a name that is taken is refused', async ({ insidePage: page, newName }) => {
  const name = newName('twin');
  await createMachine(page.request, name);
  await page.goto('/vms/new');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('radio', { name: IMAGE }).check({ force: true });
  await page.getByRole('button', { name: 'Create machine' }).click();
  await expect(page.locator(':focus')).toContainText(/name/i);
  await expect(page).toHaveURL(/\/vms\/new$/);
});

test('a number that is none is noticed before anything is sent', async ({ insidePage: page }) => {
  await page.goto('/vms/new');
  await page.getByLabel('vCPUs').fill('');
  await page.getByRole('button', { name: 'Create machine' }).click();
  await expect(page.getByLabel('vCPUs')).toHaveAccessibleDescription('Enter a whole number.');
});
