import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { BOOT_MILLIS, createMachine, type Size } from './support/product';
import { expect, test } from './support/test';

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Group extends Size {
  name: string;
  count: number;
}

/** Sixty machines, in the order of creation; the list shows the newest first. */
const GROUPS: Group[] = [
  { name: 'web', count: 18, vcpus: 2, memoryMib: 2048, diskGib: 10, tags: ['prod/web'] },
  { name: 'kafka', count: 9, vcpus: 4, memoryMib: 8192, diskGib: 200, tags: ['prod/queue'] },
  { name: 'postgres', count: 6, vcpus: 8, memoryMib: 16_384, diskGib: 400, tags: ['prod/db'] },
  { name: 'ci', count: 15, vcpus: 4, memoryMib: 4096, diskGib: 40, tags: ['build'] },
  { name: 'desk', count: 8, vcpus: 2, memoryMib: 4096, diskGib: 60, tags: ['office'] },
  { name: 'try', count: 4, vcpus: 1, memoryMib: 512, diskGib: 10, tags: ['test/web'] },
];
const STOPPED = ['name~try', 'name~desk-5'];
const PAUSED = ['name~desk-2'];

async function countOf(page: Page, q: string): Promise<number> {
  const answer = await page.request.get('/api/vms', { params: { limit: 1, count: true, q } });
  return ((await answer.json()) as { total: number }).total;
}

/** Waits until all machines that a search finds are found by this one. */
async function awaitAll(page: Page, q: string, state: string): Promise<void> {
  await expect.poll(() => countOf(page, `${q} -state:${state}`), { timeout: BOOT_MILLIS }).toBe(0);
}

async function makeMachines(page: Page): Promise<void> {
  for (const { name, ...group } of GROUPS) await createMachine(page.request, `${name}-{n}`, group);
  await awaitAll(page, '', 'running');
  for (const [action, state, searches] of [
    ['stop', 'stopped', STOPPED],
    ['pause', 'paused', PAUSED],
  ] as const) {
    for (const q of searches) {
      await page.request.post('/api/vms/actions', { data: { action, q } });
      await awaitAll(page, q, state);
    }
  }
}

async function takePicture(page: Page, name: string, scheme: string): Promise<void> {
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}${name}-${scheme}.png` });
}

test('sixty machines, for the documentation', async ({ insidePage: page }) => {
  await makeMachines(page);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize(DESK);
    await page.goto('/vms');
    await expect(page.getByRole('row', { name: 'desk-8' })).toBeVisible();
    await takePicture(page, 'list', scheme);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('kaf', { delay: 60 });
    await expect(page.getByRole('option', { name: 'kafka-9' })).toBeVisible();
    await takePicture(page, 'palette', scheme);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'kafka-9' })).toBeVisible();
    await expect(page.getByText('Guest has an address.')).toBeVisible();
    await takePicture(page, 'detail', scheme);
    await page.setViewportSize(PHONE);
    await page.goto('/vms');
    await expect(page.getByRole('link', { name: 'desk-8' })).toBeVisible();
    await takePicture(page, 'phone', scheme);
  }
});
