import { testMail } from './support/mail';
import { expect, test } from './support/test';

/** Of a test mail, which is in the language that the account was last set to. */
const SUBJECT = /Mail from OBox works|Les e-mails d’OBox fonctionnent/;

test('a mail stays in the outbox where its link can be opened, and is sent when somebody asks', async ({
  insidePage: page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mail');
  await expect(page.getByText('no mail server is set up')).toBeVisible();

  await page.getByRole('button', { name: 'Send a test mail' }).click();
  const subject = page.getByRole('heading', { level: 1, name: SUBJECT });
  await expect(subject).toBeVisible();
  const english = (await subject.innerText()).startsWith('Mail');
  await expect(subject).toHaveAttribute('lang', english ? 'en' : 'fr');
  await expect(page.getByText('Outbox', { exact: true })).toBeVisible();
  const links = page.getByRole('region', { name: 'Links' });
  await expect(links.getByRole('link')).toHaveAttribute('href', /^http/);
  await expect(page.getByRole('region', { name: 'Text' })).toContainText('OBox');
  await expect(page.getByText('no mail server is set up')).toBeVisible();

  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('The mail is being sent')).toBeVisible();
  await expect(page.getByText('Outbox', { exact: true })).toBeVisible();
});

test('mails are found by address and state', async ({ insidePage: page }) => {
  await testMail(page.request);
  await page.goto('/mails');
  const rows = page.getByRole('row', { name: SUBJECT });
  await expect(rows.first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially('nobody-like-this');
  await expect(rows).toHaveCount(0);
  await page.goto('/mails?state=OUTBOX');
  await expect(rows.first()).toContainText('Outbox');
  await page.goto('/mails?state=DEAD');
  await expect(rows).toHaveCount(0);
});

test('a dead mail says why, and can be sent again', async ({ insidePage: page }) => {
  const id = await testMail(page.request);
  const mail = (await (await page.request.get(`/api/admin/mails/${id}`)).json()) as object;
  await page.route(`/api/admin/mails/${id}`, (route) =>
    route.fulfill({
      json: {
        ...mail,
        state: 'DEAD',
        problem: {
          type: 'urn:obox:problem:mail-refused',
          title: 'Mail refused',
          status: 502,
          detail: 'The mail server mail:25 refused the mail: 550 no such mailbox',
          remedy: 'Check the address, and send the mail again.',
          errors: [],
        },
      },
    }),
  );
  await page.goto(`/mails/${id}`);
  await expect(page.getByText('550 no such mailbox')).toBeVisible();
  await expect(page.getByText('Check the address')).toBeVisible();
  const answer = page.waitForResponse((response) => response.url().endsWith(`${id}/retry`));
  await page.getByRole('button', { name: 'Send again' }).click();
  expect((await answer).status()).toBe(202);
});
