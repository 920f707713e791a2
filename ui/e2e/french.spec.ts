import type { Page } from '@playwright/test';
import { createMachine } from './support/product';
import { expect, test } from './support/test';

/** Words that English can't do without, and French does not have. */
const ENGLISH = /\b(the|is|are|was|has|must|with|of|and|this|that|not|there|to|be|for)\b/i;

test.use({ locale: 'fr-FR' });

/** What the reader sees has none of the server's English, but for what says itself that it is English. */
async function expectFrench(page: Page): Promise<void> {
  const main = page.getByRole('main');
  const english = await main.locator('[lang=en]').allInnerTexts();
  const seen = (await main.innerText()).split('\n').map((line) => line.trim());
  expect(seen.filter((line) => ENGLISH.test(line) && !english.includes(line))).toEqual([]);
}

/** Asks for a machine in a network that no host has; answers its id and its job's. */
async function createInVain(page: Page, name: string): Promise<{ vm: string; job: string }> {
  const vm = await createMachine(page.request, name, { network: 'nowhere' });
  const jobs = await page.request.get(`/api/jobs?subject=${vm}`);
  const { items } = (await jobs.json()) as { items: { id: string }[] };
  return { vm, job: items[0]?.id ?? '' };
}

test('why a job failed, its steps and its log are in French', async ({
  insidePage: page,
  newName,
}) => {
  const { vm, job } = await createInVain(page, newName('fr'));
  await page.goto(`/jobs/${job}`);
  const main = page.getByRole('main');
  await expect(main.getByText('L’hôte n’a pas de réseau « nowhere ».').first()).toBeVisible();
  await expect(
    main.getByText(/Mettez-le à disposition sur l’hôte .*, puis relancez/),
  ).toBeVisible();
  const log = page.getByRole('log');
  await expect(log.getByText('Recherche de la machine.')).toBeVisible();
  await expect(log.getByText(/La tentative 1 sur 3 a échoué.: L’hôte n’a pas/)).toBeVisible();
  await expectFrench(page);

  await page.goto(`/vms/${vm}`);
  await expect(main.getByText('L’hôte n’a pas de réseau « nowhere ».').first()).toBeVisible();
  await expectFrench(page);
});

test('the overview, the bin, a search and the question for many are in French', async ({
  insidePage: page,
  newName,
}) => {
  await createInVain(page, newName('fr'));
  const kept = newName('fr-kept');
  const id = await createMachine(page.request, kept);
  await page.request.patch(`/api/vms/${id}`, {
    headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': '*' },
    data: JSON.stringify({ protected: true }),
  });
  await page.goto('/');
  await expect(page.getByText('L’hôte n’a pas de réseau « nowhere ».').first()).toBeVisible();
  await expectFrench(page);

  await page.goto('/bin');
  await expect(page.getByRole('heading', { name: 'Corbeille', level: 1 })).toBeVisible();
  await expectFrench(page);

  await page.goto('/mails');
  await expect(page.getByRole('heading', { name: 'E-mails', level: 1 })).toBeVisible();
  await expectFrench(page);

  await page.goto(`/vms`);
  const search = page.getByRole('combobox', { name: 'Rechercher' });
  await search.pressSequentially('foo:bar');
  await expect(page.getByRole('alert')).toContainText('foo');
  await expectFrench(page);

  await search.fill(kept);
  await page.getByRole('checkbox', { name: `Sélectionner ${kept}` }).check();
  await page.getByRole('button', { name: 'Supprimer' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/1 ignorée\s:/);
  const said = (await dialog.innerText()).split('\n').filter((line) => ENGLISH.test(line));
  expect(said).toEqual([]);
  await page.request.patch(`/api/vms/${id}`, {
    headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': '*' },
    data: JSON.stringify({ protected: false }),
  });
});

test('what is wrong with a form is said at its fields in French', async ({ insidePage: page }) => {
  await page.goto('/vms/new');
  await page.getByLabel('Nom', { exact: true }).pressSequentially('Pas Un Nom');
  await page.getByRole('button', { name: 'Créer la machine' }).click();
  await expect(page.getByText(/Un nom compte 1 à 63 minuscules/).first()).toBeVisible();
  await expectFrench(page);
});

test('a refused login is told in French', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('Adresse e-mail').pressSequentially('personne@example.org');
  await page.getByLabel('Mot de passe').pressSequentially('rien');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'L’adresse e-mail ou le mot de passe est incorrect.',
  );
});
