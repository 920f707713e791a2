import { expect, type APIRequestContext } from '@playwright/test';
import { BOOT_MILLIS } from './product';

/*
 * Objects to which nothing happens any more. What a test makes up about one that still changes is undone by the events that
 * tell how it really is, sooner or later than on another machine.
 */

interface Vm {
  id: string;
  name: string;
  state: string;
  job: object | null;
  addresses: string[];
}

interface Job {
  id: string;
  state: string;
}

/** A machine that runs and has its address, and for which no job is left. */
export async function machineAtRest(request: APIRequestContext, id: string): Promise<Vm> {
  const read = async () => (await (await request.get(`/api/vms/${id}`)).json()) as Vm;
  const isAtRest = ({ state, job, addresses }: Vm) =>
    state === 'RUNNING' && job === null && addresses.length > 0;
  await expect.poll(async () => isAtRest(await read()), { timeout: BOOT_MILLIS }).toBe(true);
  return read();
}

/** The only job of a machine, once it has ended. */
export async function endedJob(request: APIRequestContext, machine: string): Promise<Job> {
  const read = async () => {
    const answer = await request.get('/api/jobs', { params: { subject: machine } });
    const { items } = (await answer.json()) as { items: Job[] };
    return items[0] ?? { id: '', state: '' };
  };
  await expect.poll(async () => (await read()).state, { timeout: BOOT_MILLIS }).toBe('COMPLETED');
  return read();
}
