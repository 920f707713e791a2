import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, IMAGE, machineName } from '../support/product';
import { Relay } from '../support/relay';
import { find, press, shows, startFirefox, type } from './browser';

const HEADING = 'h1';
const STATE = 'main [role=status]';
const URL_OF_PRODUCT = process.env.OBOX_URL ?? 'http://127.0.0.1:8080';

/** Somebody who works in Firefox, from logging in to the end. */
describe('in Firefox', () => {
  const name = machineName('fox');
  const complaints: string[] = [];
  let browser: Browser;
  let page: Page;
  let relay: Relay;

  beforeAll(async () => {
    relay = await Relay.to(URL_OF_PRODUCT);
    browser = await startFirefox();
    page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  afterAll(async () => {
    await browser.close();
    await relay.close();
  });

  it('somebody logs in, and comes to where they wanted to go', async () => {
    await page.goto(`${relay.url}/vms`);
    await type(page, 'E-mail', ADMIN.email);
    await type(page, 'Password', ADMIN.password);
    await press(page, 'button', 'Log in');
    await shows(page, HEADING, 'Virtual machines');
  });

  it('a machine is made by the form, and is seen to run', async () => {
    await press(page, 'link', 'Create machine');
    await type(page, 'Name', name);
    await page.locator(`label ::-p-text(${IMAGE})`).click();
    await press(page, 'button', 'Create machine');
    await shows(page, HEADING, name);
    await shows(page, STATE, 'Running');
  });

  it('it stands in the list, is found by what is typed, and is opened from there', async () => {
    await press(page, 'link', 'Virtual machines');
    await type(page, 'Search', name);
    await shows(page, 'tr[data-row]', name);
    await page.waitForFunction(() => document.querySelectorAll('tr[data-row]').length === 1);
    await page.locator(`tr[data-row] ::-p-text(${name})`).click();
    await shows(page, HEADING, name);
  });

  it('what somebody else does to it is seen live', async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await order(id, 'stop');
    await shows(page, STATE, 'Stopped');
    await press(page, 'button', 'Start');
    await shows(page, STATE, 'Running');
  });

  it('the page speaks French as soon as that is chosen, and English again', async () => {
    await page.locator('button[aria-label^=Account]').click();
    await press(page, 'menuitemradio', 'Français');
    await shows(page, 'nav', 'Machines virtuelles');
    await page.keyboard.press('Escape');
    await page.locator('button[aria-label^=Compte]').click();
    await press(page, 'menuitemradio', 'English');
    await shows(page, 'nav', 'Virtual machines');
    await page.keyboard.press('Escape');
  });

  it('a server that is away is told, and so is its return', async () => {
    const back = await relay.cutOff();
    await shows(page, '[role=alert]', 'Not connected; as of');
    await back();
    await page.waitForFunction(() => !document.body.textContent.includes('Not connected; as of'));
  });

  it('the machine is deleted after a question', async () => {
    await press(page, 'button', 'More actions');
    await press(page, 'menuitem', 'Delete');
    await press(page, 'button', 'Delete machine');
    await shows(page, HEADING, 'is gone');
  });

  it('and the page had no fault in all of it', () => {
    expect(complaints).toEqual([]);
  });

  /** Past the page, as another browser of the same person would. */
  async function order(id: string, action: string): Promise<void> {
    const status = await page.evaluate(
      async (path, body) => {
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch(path, { method: 'POST', headers, body })).status;
      },
      `/api/vms/${id}/actions`,
      JSON.stringify({ action }),
    );
    expect(status).toBe(202);
    await find(page, 'button', 'More actions');
  }
});
