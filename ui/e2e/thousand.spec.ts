import type { Page } from '@playwright/test';
import { thousandMachines, type Machine } from './support/many';
import { longTasks } from './support/measure';
import { createMachine, powerMachine } from './support/product';
import { machineAtRest } from './support/rest';
import { expect, expectAccessible, test } from './support/test';

const MOST_NODES = 2_500;
const MOST_REQUESTS = 3;
const SOON_MILLIS = 300;
const IDLE_MILLIS = 3_000;
/** Longer than any wait before something is asked for once more. */
const QUIET_MILLIS = 2_500;
const TRIES = 5;
const CHANGES = [
  ['stop', 'STOPPED', 'Stopped'],
  ['start', 'RUNNING', 'Running'],
] as const;

const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);
const rowOf = (page: Page, name: string) => page.getByRole('row', { name });

async function runningMachine(page: Page, name: string): Promise<Machine> {
  return machineAtRest(page.request, await createMachine(page.request, name));
}

/** All requests from now on, but for the files that the page is made of. */
function requests(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) sent.push(`${request.method()} ${pathname}`);
  });
  return sent;
}

test('of a thousand machines only those in sight are drawn, and an idle page does nothing long', async ({
  insidePage: page,
}) => {
  await thousandMachines(page);
  await page.goto('/vms');
  await expect(rowOf(page, 'kafka-broker-0 ')).toBeVisible();
  const table = page.getByRole('table');
  await expect(table).toHaveAttribute('aria-rowcount', '1001');
  await expect(page.getByRole('group', { name: 'State' })).toContainText('Running1,000');

  let last = 0;
  while (last < 1001) {
    await page.evaluate(() => {
      window.scrollTo(0, document.documentElement.scrollHeight);
    });
    await expect
      .poll(async () => Number(await table.getByRole('row').last().getAttribute('aria-rowindex')))
      .toBeGreaterThan(last);
    last = Number(await table.getByRole('row').last().getAttribute('aria-rowindex'));
    expect(await nodes(page)).toBeLessThanOrEqual(MOST_NODES);
  }
  await expect(rowOf(page, 'postgres-999')).toBeVisible();
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await expect(rowOf(page, 'kafka-broker-0 ')).toBeVisible();
  await expectAccessible(page);

  const long = await longTasks(page);
  await page.waitForTimeout(IDLE_MILLIS);
  expect(await long()).toEqual([]);
});

/** Waits until no request has been sent for so long, and answers all that were. */
async function untilQuiet(page: Page, sent: readonly string[]): Promise<readonly string[]> {
  let seen = -1;
  while (seen < sent.length) {
    seen = sent.length;
    await page.waitForTimeout(QUIET_MILLIS);
  }
  return sent;
}

/** Loads pages of the list, and goes back to its top. */
async function loadPages(page: Page, rows: number): Promise<void> {
  const last = page.getByRole('table').getByRole('row').last();
  await expect
    .poll(async () => {
      await page.evaluate(() => {
        window.scrollTo(0, document.documentElement.scrollHeight);
      });
      return Number(await last.getAttribute('aria-rowindex'));
    })
    .toBeGreaterThan(rows);
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
}

for (const [shown, address] of [
  ['all', '/vms'],
  ['those that run', '/vms?state=RUNNING'],
] as const) {
  test(`turning off one of a thousand costs few requests, and shows at once: ${shown}`, async ({
    insidePage: page,
    newName,
  }) => {
    const machine = await runningMachine(page, newName('one'));
    await thousandMachines(page, machine);
    await page.goto(address);
    const row = rowOf(page, machine.name);
    await expect(row).toContainText('Running');
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await loadPages(page, 400);

    const sent = requests(page);
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Force off' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Force off' }).click();
    if (address.includes('state')) await expect(row).toBeHidden();
    else await expect(row).toContainText('Stopped');
    await expect(page.getByRole('group', { name: 'State' })).toContainText('Running999');
    await expect(page.getByRole('group', { name: 'State' })).toContainText('Stopped1');
    await expect(row.getByRole('progressbar')).toBeHidden();
    expect(sent).toContain(`POST /api/vms/${machine.id}/actions`);
    await untilQuiet(page, sent);
    expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS);
    await expect(page.getByRole('group', { name: 'State' })).toContainText('Running999');
  });
}

test('what becomes of a machine shows as soon as the page hears of it', async ({
  insidePage: page,
  newName,
}) => {
  const machine = await runningMachine(page, newName('soon'));
  await thousandMachines(page, machine);
  await page.goto('/vms');
  await expect(rowOf(page, machine.name)).toContainText('Running');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await hearChanges(page, machine.id);
  for (const [action, state, text] of CHANGES) {
    const delay = shownAfter(page, machine.id, 'heardAt', state, text);
    await powerMachine(page.request, machine.id, action);
    expect(await delay).toBeLessThan(SOON_MILLIS);
  }
});

test('what becomes of a machine on the server waits for nothing before it shows', async ({
  insidePage: page,
  newName,
}, info) => {
  const machine = await runningMachine(page, newName('change'));
  await thousandMachines(page, machine);
  await page.goto('/vms');
  await expect(rowOf(page, machine.name)).toContainText('Running');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await hearChanges(page, machine.id);
  const delays: number[] = [];
  for (let one = 0; one < TRIES; one++) {
    const [action, state, text] = CHANGES[one % 2 === 0 ? 0 : 1];
    const delay = shownAfter(page, machine.id, 'changedAt', state, text);
    await powerMachine(page.request, machine.id, action);
    delays.push(await delay);
  }
  delays.sort((a, b) => a - b);
  info.annotations.push({
    type: 'ms from the change to the row',
    description: delays.join(', '),
  });
  // Others may keep the processors of this machine busy, but not in each of the tries: a wait that is built in would show in all.
  expect(delays[0]).toBeGreaterThanOrEqual(0);
  expect(delays[0]).toBeLessThan(SOON_MILLIS);
});

interface Heard {
  changedAt: number;
  heardAt: number;
  state: string | undefined;
}

/** Has the page note when the server changed a machine, by the times in the ids of its events, once its stream is open. */
function hearChanges(page: Page, id: string): Promise<void> {
  return page.evaluate(
    (machine) =>
      new Promise<void>((resolve) => {
        const heard: Heard[] = [];
        Object.assign(window, { heard });
        const events = new EventSource('/api/events');
        events.onopen = () => {
          resolve();
        };
        events.addEventListener('vm', ({ data }) => {
          const event = JSON.parse(String(data)) as {
            id: string;
            eventId: string;
            values?: { state?: string };
          };
          const changedAt = Number.parseInt(event.eventId.replaceAll('-', '').slice(0, 12), 16);
          if (event.id !== machine) return;
          heard.push({ changedAt, heardAt: Date.now(), state: event.values?.state });
        });
      }),
    id,
  );
}

/** How long after the server's next change to a state, or after hearing of it, the row shows it. All read the same clock. */
function shownAfter(
  page: Page,
  id: string,
  from: 'changedAt' | 'heardAt',
  state: string,
  text: string,
): Promise<number> {
  return page.evaluate(
    async ([machine, since, wanted, shown]) => {
      const { heard } = window as unknown as { heard: Heard[] };
      const known = heard.length;
      const seen = await new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          const row = document.querySelector(`[data-row="${machine}"]`);
          if (!row?.textContent.includes(shown)) return;
          observer.disconnect();
          resolve(Date.now());
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      });
      for (;;) {
        const change = heard.slice(known).find((one) => one.state === wanted);
        if (change) return seen - change[since];
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    [id, from, state, text] as const,
  );
}
