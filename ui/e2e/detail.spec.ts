import type { Page } from '@playwright/test';
import { menuItem } from './support/actions';
import { createMachine } from './support/product';
import { expect, expectAccessible, expectContrast, test } from './support/test';

const LINES_AT_ONCE = 60;

/** Has the log of each job grow by some lines with each answer; tells what was asked for. */
async function growingLog(page: Page): Promise<string[]> {
  const asked: string[] = [];
  let lines = 0;
  await page.route(/\/api\/jobs\/[^/]+\/log/, (route) => {
    const after = new URL(route.request().url()).searchParams.get('after');
    asked.push(after ?? 'all');
    lines += LINES_AT_ONCE;
    const first = Number(after ?? 0) + 1;
    const items = Array.from({ length: lines - first + 1 }, (_, index) => ({
      seq: first + index,
      at: '2026-01-01T12:00:00.000Z',
      attempt: 1,
      text: `Line ${first + index}.`,
    }));
    return route.fulfill({ json: { items, nextCursor: null } });
  });
  return asked;
}

/** Comes back to the page, which then asks again for what is no longer fresh. */
async function comeBack(page: Page, asked: string[]): Promise<void> {
  const before = asked.length;
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    expect(asked.length).toBeGreaterThan(before);
  }).toPass();
}

test('a log comes in parts, follows its end, and leaves a reader where they are', async ({
  insidePage: page,
  newName,
}) => {
  const asked = await growingLog(page);
  const id = await createMachine(page.request, newName('log'));
  await page.goto(`/vms/${id}/activity`);
  await expect(page.getByRole('group').getByText('Completed')).toBeVisible();
  const log = page.getByRole('log');
  const last = log.getByRole('listitem').last();
  const fromEnd = () => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  const expectAllThatCame = () =>
    expect(async () => {
      expect(await log.getByRole('listitem').count()).toBe(asked.length * LINES_AT_ONCE);
    }).toPass();
  await expect(last).toBeInViewport();
  const known = await log.getByRole('listitem').count();
  await comeBack(page, asked);
  expect(asked).toContain(String(known));
  await expectAllThatCame();
  await expect.poll(fromEnd).toBeLessThan(2);

  await log.evaluate((box) => {
    box.scrollTop = 100;
  });
  await comeBack(page, asked);
  await expectAllThatCame();
  expect(await log.evaluate((box) => box.scrollTop)).toBe(100);
});

test('of a hundred thousand lines only those in sight are drawn', async ({
  insidePage: page,
  newName,
}) => {
  const [all, atOnce, mostDrawn] = [100_000, 10_000, 200];
  await page.route(/\/api\/jobs\/[^/]+\/log/, (route) => {
    const after = Number(new URL(route.request().url()).searchParams.get('after') ?? 0);
    const items = Array.from({ length: Math.min(atOnce, all - after) }, (_, index) => ({
      seq: after + index + 1,
      at: '2026-01-01T12:00:00.000Z',
      attempt: 1,
      text: `Line ${after + index + 1}.`,
    }));
    const nextCursor = after + items.length < all ? 'more' : null;
    return route.fulfill({ json: { items, nextCursor } });
  });
  const id = await createMachine(page.request, newName('long'));
  await page.goto(`/vms/${id}/activity`);
  const lines = page.getByRole('log').getByRole('listitem');
  await expect(lines.last()).toHaveText(/Line 100000\.$/);
  await expect(lines.last()).toBeInViewport();
  await expect(lines.last()).toHaveAttribute('aria-posinset', '100000');
  expect(await lines.count()).toBeLessThan(mostDrawn);
  await page.getByRole('log').focus();
  await page.keyboard.press('Home');
  await expect(lines.first()).toHaveText(/Line 1\.$/);
  await expect(lines.first()).toBeInViewport();
  expect(await lines.count()).toBeLessThan(mostDrawn);
});

test('the head stays in view, and its views have addresses', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('head');
  const id = await createMachine(page.request, name, { tags: ['prod/web'] });
  await page.setViewportSize({ width: 1280, height: 560 });
  await page.goto(`/vms/${id}`);
  await page.getByRole('navigation', { name: 'Views' }).getByText('Activity').click();
  await expect(page).toHaveURL(new RegExp(`${id}/activity$`));
  await expect(page.getByRole('link', { name: 'Open this job' })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  await page.goBack();
  await page.getByRole('switch').scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 2_000);
  await expect(page.getByRole('heading', { level: 1, name })).toBeInViewport();

  // a phone, and letters twice as large
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 640, height: 450 },
  ]) {
    await page.setViewportSize(viewport);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  }
  await page.getByRole('switch').scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 2_000);
  await expect(page.getByRole('heading', { level: 1, name })).not.toBeInViewport();
});

test('a protected machine can not be deleted, which its menu says', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('kept'));
  await page.goto(`/vms/${id}`);
  const protection = page.getByRole('switch', { name: 'Delete protection' });
  await protection.focus();
  await page.keyboard.press('Space');
  await expect(protection).toBeChecked();
  const remove = await menuItem(page, 'Delete');
  await expect(remove).toBeDisabled();
  await expect(remove).toHaveAccessibleDescription('Delete protection is on.');
  await page.keyboard.press('End');
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
  await protection.click();
  await expect(protection).not.toBeChecked();
  await expect(await menuItem(page, 'Delete')).toBeEnabled();
});
