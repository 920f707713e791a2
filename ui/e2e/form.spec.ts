import { createMachine, IMAGE } from './support/product';
import { choose } from './support/actions';
import { expect, test } from './support/test';

test('what the server finds wrong stands at the fields, and the focus goes to the summary', async ({
  insidePage: page,
}) => {
  await page.goto('/vms/new');
  await page.getByLabel('Name').fill('Not A Name');
  await page.getByRole('radio', { name: IMAGE }).check({ force: true });
  await page.getByRole('spinbutton', { name: 'Memory' }).fill('1');
  await page.getByLabel('SSH keys').fill('not a key');
  await page.getByRole('button', { name: 'Create machine' }).click();

  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('spinbutton', { name: 'Memory' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(page.getByLabel('SSH keys')).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAccessibleDescription(/letter/);

  const summary = page.locator(':focus');
  await expect(summary).toContainText('The machine can’t be created like this');
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

test('a form in which something stands asks before it is left', async ({ insidePage: page }) => {
  const name = page.getByLabel('Name');
  const jobs = page.getByRole('navigation').getByRole('link', { name: 'Jobs' });
  await page.goto('/vms/new');
  await name.pressSequentially('half-typed');
  await jobs.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
  await expect(page).toHaveURL(/\/vms\/new$/);
  await expect(name).toHaveValue('half-typed');

  await jobs.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard and leave' }).click();
  await expect(page).toHaveURL(/\/jobs$/);
  await page.goBack();
  await expect(name).toHaveValue('');
  await jobs.click();
  await expect(page).toHaveURL(/\/jobs$/);
});

test('a dialog in which something stands asks before it is closed by accident', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('dialog'));
  await page.goto(`/vms/${id}`);
  await choose(page, 'Edit');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await choose(page, 'Edit');
  await page.getByLabel('Tags').pressSequentially('night');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByLabel('Tags')).toHaveValue('night');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard and leave' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('Escape answers the question that it raised, and no other press closes the dialog behind it', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('escape'));
  const question = page.getByRole('button', { name: 'Stay here' });
  await page.goto(`/vms/${id}`);
  await choose(page, 'Edit');
  const tags = page.getByLabel('Tags');
  await tags.pressSequentially('night');
  for (let round = 0; round < 2; round++) {
    await page.keyboard.press('Escape');
    await expect(question).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(tags).toBeVisible();
    await expect(tags).toHaveValue('night');
  }
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
});
