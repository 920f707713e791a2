import { rowOf, searchOf } from './support/list';
import { createMachine } from './support/product';
import { expect, expectAccessible, test } from './support/test';

test.use({ viewport: { width: 1440, height: 900 } });

test('a list is used by single letters, which can be turned off', async ({
  insidePage: page,
  newName,
}) => {
  const [first, second] = [newName('keys-a'), newName('keys-b')];
  const prefix = first.slice(0, -1);
  for (const name of [first, second]) {
    await createMachine(page.request, name, { tags: [prefix] });
  }
  await page.goto(`/vms?q=tag%3A${prefix}&sort=name`);
  await expect(rowOf(page, second)).toBeVisible();

  await test.step('rows are gone through, selected and shown beside the list', async () => {
    await page.keyboard.press('j');
    await expect(rowOf(page, first)).toBeFocused();
    await page.keyboard.press('j');
    await expect(rowOf(page, second)).toBeFocused();
    await page.keyboard.press('x');
    await expect(rowOf(page, second).getByRole('checkbox')).toBeChecked();
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('2 selected');
    await page.keyboard.press('x');
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 selected');
    await page.keyboard.press('i');
    const beside = page.getByRole('complementary', { name: first });
    await expect(beside).toBeVisible();
    await page.keyboard.press('j');
    await expect(page.getByRole('complementary', { name: second })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('i');
    await expect(page.getByRole('complementary', { name: second })).toBeHidden();
  });

  await test.step('the search is reached, and what is typed there is no shortcut', async () => {
    await page.keyboard.press('/');
    await expect(searchOf(page)).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(' jkx?');
    await expect(searchOf(page)).toHaveValue(`tag:${prefix} jkx?`);
    await page.keyboard.press('Escape');
    await page.goBack();
    await page.goto(`/vms?q=tag%3A${prefix}&sort=name`);
    await expect(rowOf(page, second)).toBeVisible();
  });

  await test.step('help tells of them, Enter opens a row', async () => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help).toContainText('Select the row');
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: first, level: 1 })).toBeVisible();
  });

  await test.step('none of them does anything once they are off', async () => {
    await page.goto('/settings/keyboard');
    const shortcuts = page.getByRole('switch', { name: 'Single-letter shortcuts' });
    await expect(shortcuts).toBeChecked();
    await expectAccessible(page);
    await shortcuts.click();
    await expect(shortcuts).not.toBeChecked();
    await page.goto(`/vms?q=tag%3A${prefix}&sort=name`);
    await expect(rowOf(page, second)).toBeVisible();
    await page.keyboard.press('?');
    await page.keyboard.press('x');
    await page.keyboard.press('/');
    await page.keyboard.press('j');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(rowOf(page, first)).not.toBeFocused();
    await expect(searchOf(page)).not.toBeFocused();
  });
});
