import { fileURLToPath } from 'node:url';
import { BOOT_MILLIS, createMachine, deleteMachine, type Size } from './support/product';
import { expect, test } from './support/test';

const TARGET = fileURLToPath(new URL('../../docs/images/vms.png', import.meta.url));

interface Machine {
  name: string;
  size: Size;
  then?: { action: 'pause' | 'stop'; state: 'Paused' | 'Stopped' };
}

/** In the order of creation; the list shows the newest first. */
const MACHINES: Machine[] = [
  {
    name: 'scratch',
    size: { memoryMib: 256, diskGib: 5 },
    then: { action: 'stop', state: 'Stopped' },
  },
  { name: 'build-agent', size: { vcpus: 2, memoryMib: 512, diskGib: 40, tags: ['ci'] } },
  {
    name: 'db-primary',
    size: { vcpus: 4, memoryMib: 1024, diskGib: 80, tags: ['prod'] },
    then: { action: 'pause', state: 'Paused' },
  },
  { name: 'web-2', size: { vcpus: 2, memoryMib: 512, diskGib: 20, tags: ['prod', 'web'] } },
  { name: 'web-1', size: { vcpus: 2, memoryMib: 512, diskGib: 20, tags: ['prod', 'web'] } },
];

test('the list of machines, for the documentation', async ({ insidePage: page }) => {
  const ids: string[] = [];
  for (const { name, size } of MACHINES) ids.push(await createMachine(page.request, name, size));
  try {
    await page.goto('/vms');
    for (const [index, { name, then }] of MACHINES.entries()) {
      const row = page.getByRole('row', { name });
      await expect(row).toContainText('Running', { timeout: BOOT_MILLIS });
      if (!then) continue;
      await page.request.post(`/api/vms/${ids[index] ?? ''}/actions`, {
        data: { action: then.action },
      });
      await expect(row).toContainText(then.state, { timeout: BOOT_MILLIS });
    }
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await page.screenshot({ path: TARGET });
  } finally {
    for (const { name } of MACHINES) await deleteMachine(page.request, name);
  }
});
