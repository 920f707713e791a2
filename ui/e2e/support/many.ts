import type { Page } from '@playwright/test';
import { createMachine, deleteMachine, machineName } from './product';

const MANY = 1_000;
const KINDS = ['kafka-broker', 'web', 'redis', 'postgres'];

interface Machine {
  id: string;
  name: string;
}

/**
 * Has the list of machines show a thousand, like one that is real, without the minutes that it takes to make them. A search
 * finds among them by name. Answers the machines, whose events the test may invent.
 */
export async function thousandMachines(page: Page): Promise<Machine[]> {
  const name = machineName('model');
  const id = await createMachine(page.request, name);
  const model = (await (await page.request.get(`/api/vms/${id}`)).json()) as Machine;
  await deleteMachine(page.request, name);
  const machines = Array.from({ length: MANY }, (_, index) => ({
    ...model,
    id: `01990000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    name: `${KINDS[index % KINDS.length]}-${index}`,
    state: 'RUNNING',
    addresses: [`192.0.2.${index % 250}`],
    job: null,
    problem: null,
  }));
  await page.route(/\/api\/vms(\?.*)?$/, (route) => {
    const wanted = new URL(route.request().url()).searchParams.get('q') ?? '';
    const items = machines.filter((machine) => machine.name.includes(wanted));
    return route.fulfill({ json: { items, nextCursor: null } });
  });
  return machines;
}
