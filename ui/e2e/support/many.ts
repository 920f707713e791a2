import type { Page } from '@playwright/test';
import { createMachine, deleteMachine, machineName } from './product';

const MANY = 1_000;
const KINDS = ['kafka-broker', 'web', 'redis', 'postgres'];

export interface Machine {
  id: string;
  name: string;
  state: string;
}

/**
 * Has the list of machines show a thousand, like one that is real, without the minutes that it takes to make them: page by page,
 * with counts. A search finds among them by name, and by state. Answers the machines, whose events the test may invent.
 *
 * @param real one that exists, and stands first
 */
export async function thousandMachines(page: Page, real?: Machine): Promise<Machine[]> {
  const model = real ?? (await modelMachine(page));
  const invented = Array.from({ length: MANY - (real ? 1 : 0) }, (_, index) => ({
    ...model,
    id: `00990000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    name: `${KINDS[index % KINDS.length]}-${index}`,
    state: 'RUNNING',
    addresses: [`192.0.2.${index % 250}`],
    job: null,
    problem: null,
  }));
  const machines: Machine[] = [...(real ? [real] : []), ...invented];
  const now = async () => [
    ...(real ? [(await (await page.request.get(`/api/vms/${real.id}`)).json()) as Machine] : []),
    ...invented,
  ];
  await page.route(/\/api\/vms(\?.*)?$/, async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const searched = (await now()).filter(({ name }) => name.includes(asked.get('q') ?? ''));
    const states: Record<string, number> = {};
    for (const { state } of searched) states[state] = (states[state] ?? 0) + 1;
    const wanted = asked.get('state');
    const found = wanted ? searched.filter(({ state }) => state === wanted) : searched;
    const from = Number(asked.get('cursor') ?? 0);
    const to = from + Number(asked.get('limit') ?? 50);
    return route.fulfill({
      json: {
        items: found.slice(from, to),
        nextCursor: to < found.length ? String(to) : null,
        ...(asked.has('count') && { total: found.length, states }),
      },
    });
  });
  return machines;
}

async function modelMachine(page: Page): Promise<Machine> {
  const name = machineName('model');
  const id = await createMachine(page.request, name);
  const model = (await (await page.request.get(`/api/vms/${id}`)).json()) as Machine;
  await deleteMachine(page.request, name);
  return model;
}
