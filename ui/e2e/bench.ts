import { appendFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { IMAGE } from './support/product';
import { loadedFiles, longTasks, usableAt } from './support/measure';
import { expect, test } from './support/test';

const VMS = 1_000;
/** The most that one order makes. */
const AT_ONCE = 100;
const LOADS = 5;
const CHANGES = 20;
const IDLE_MILLIS = 10_000;
const SCROLLS = 100;

const ROW = 'tr[data-row]';

test('the page, measured', async ({ browser, insidePage: page }) => {
  await measureFirstLoad(browser, undefined, 'login', 'form button[type=submit]');
  const state = await page.context().storageState();
  await measureFirstLoad(browser, state, 'overview', 'main a[href="/vms"] .text-xl');

  await makeMachines(page);
  await measureFirstLoad(browser, state, 'list', ROW);
  await page.goto('/vms');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await measureList(page);
  await measureChanges(page);
});

type State = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

/** As somebody who comes for the first time has it, without what the page loads when it has nothing else to do. */
async function measureFirstLoad(
  browser: Browser,
  storageState: State | undefined,
  view: 'login' | 'overview' | 'list',
  selector: string,
): Promise<void> {
  const loads = [];
  for (let load = 0; load < LOADS; load++) {
    const context = await browser.newContext({ ...(storageState && { storageState }) });
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    const usable = await usableAt(page, selector);
    await page.goto(view === 'list' ? '/vms' : '/');
    const millis = await usable();
    await page.evaluate(() => document.fonts.ready);
    const bytes = (await loadedFiles(page)).reduce((sum, file) => sum + file.bytes, 0);
    loads.push({ usable: millis, paint: await firstPaint(page), bytes });
    await context.close();
  }
  figure(`first load of ${view}`, (loads[0]?.bytes ?? 0) / 1_000, 'kB, gzip, fonts with it');
  figure(`${view} can be used`, median(loads.map(({ usable }) => usable)), 'ms (median of 5)');
  figure(`${view} first paint`, median(loads.map(({ paint }) => paint)), 'ms (median of 5)');
}

/** When there is something to see. It may be painted after it was there to be used. */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

async function makeMachines(page: Page): Promise<void> {
  const images = await page.request.get('/api/images');
  const { items } = (await images.json()) as { items: { id: string; name: string }[] };
  const imageId = items.find(({ name }) => name === IMAGE)?.id;
  for (let made = 0; made < VMS; made += AT_ONCE) {
    const data = { name: `row-${made}`, imageId, vcpus: 1, memoryMib: 64, diskGib: 1 };
    const answer = await page.request.post('/api/vms', { data: { ...data, count: AT_ONCE } });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  await expect
    .poll(
      async () => {
        const answer = await page.request.get('/api/vms?limit=1&count=true&q=state:running');
        return ((await answer.json()) as { total: number }).total;
      },
      { timeout: 900_000 },
    )
    .toBe(VMS);
}

async function measureList(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const idle = await longTasks(page);
  await page.waitForTimeout(IDLE_MILLIS);
  tellTasks(`idle for 10 s at ${VMS} rows`, await idle());

  const scrolling = await longTasks(page);
  let nodes = 0;
  await page.mouse.move(640, 600);
  for (let scroll = 0; scroll < SCROLLS; scroll++) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(50);
    nodes = Math.max(nodes, await page.evaluate(() => document.querySelectorAll('*').length));
  }
  tellTasks('scrolling through them', await scrolling());
  figure('elements of the document', nodes, 'at most, while scrolling');

  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  figure('memory of scripts', Math.round(usedSize / 1_000_000), 'MB, with all rows loaded');
}

/** From the order that changes a VM to the moment in which its row shows that. */
async function measureChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  const row = page.locator(ROW).first();
  const id = (await row.getAttribute('data-row')) ?? '';
  const delays: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const tag = `seen-${change}`;
    const shown = page.evaluate(
      ([selector, text]) =>
        new Promise<number>((resolve) => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector(selector)?.textContent.includes(text)) return;
            observer.disconnect();
            resolve(Date.now());
          }).observe(document.body, { childList: true, subtree: true, characterData: true });
        }),
      [`[data-row="${id}"]`, tag] as const,
    );
    const ordered = Date.now();
    const answer = await page.request.patch(`/api/vms/${id}`, {
      headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': '*' },
      data: { tags: [tag] },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    delays.push((await shown) - ordered);
  }
  figure(
    'a change shows in its row',
    median(delays),
    `ms (median; slowest ${Math.max(...delays)})`,
  );
}

function tellTasks(name: string, tasks: readonly number[]): void {
  const longest = Math.round(Math.max(0, ...tasks));
  figure(name, tasks.length, `long tasks${longest > 0 ? ` (longest ${longest} ms)` : ''}`);
}

function figure(name: string, value: number, unit: string): void {
  const line = `${name}\t${Number.isInteger(value) ? value : value.toFixed(1)}\t${unit}\n`;
  appendFileSync(process.env.BENCH_FIGURES ?? '/dev/stdout', line);
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
