import type { APIRequestContext } from '@playwright/test';

export const ADMIN = {
  email: process.env.ADMIN_EMAIL ?? 'admin@gmail.com',
  password: process.env.ADMIN_PASSWORD ?? 'admin',
};

/** The image that the tests make machines from. */
export const IMAGE = 'tiny';

/** How long a machine may take to run: it may be emulated. */
export const BOOT_MILLIS = 180_000;

let counter = 0;

/** A name that no other run uses. */
export function machineName(purpose: string): string {
  counter += 1;
  return `${purpose}-${Date.now().toString(36)}${counter}`;
}

interface Items {
  items: { id: string; name: string }[];
}

async function find(request: APIRequestContext, path: string, name: string) {
  const response = await request.get(path, { params: { limit: 200 } });
  const { items } = (await response.json()) as Items;
  return items.find((item) => item.name === name);
}

export interface Size {
  vcpus?: number;
  memoryMib?: number;
  diskGib?: number;
  tags?: string[];
  count?: number;
  network?: string;
}

/** Asks for a machine past the page, a small one unless told otherwise; answers its id. */
export async function createMachine(
  request: APIRequestContext,
  name: string,
  size: Size = {},
): Promise<string> {
  const image = await find(request, '/api/images', IMAGE);
  const response = await request.post('/api/vms', {
    data: { name, imageId: image?.id, vcpus: 1, memoryMib: 192, diskGib: 1, ...size },
  });
  const job = (await response.json()) as { subject: { id: string } };
  return job.subject.id;
}

/** Asks for something to be done to a machine's power. */
export async function powerMachine(
  request: APIRequestContext,
  id: string,
  action: string,
): Promise<void> {
  await request.post(`/api/vms/${id}/actions`, { data: { action } });
}

/** Changes the tags of a machine, whatever happens to it meanwhile. */
export async function tagMachine(
  request: APIRequestContext,
  id: string,
  tags: string[],
): Promise<void> {
  for (let answered = 412; answered === 412;) {
    const { version } = (await (await request.get(`/api/vms/${id}`)).json()) as { version: number };
    const response = await request.patch(`/api/vms/${id}`, {
      headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': `"${version}"` },
      data: { tags },
    });
    answered = response.status();
  }
}

/** How many machines have this name. */
export async function machinesNamed(request: APIRequestContext, name: string): Promise<number> {
  const response = await request.get('/api/vms', { params: { q: name, limit: 200 } });
  const { items } = (await response.json()) as Items;
  return items.filter((item) => item.name === name).length;
}

/** Takes a machine away if it is still there. */
export async function deleteMachine(request: APIRequestContext, name: string): Promise<void> {
  const machine = await find(request, '/api/vms', name);
  if (machine) await request.delete(`/api/vms/${machine.id}?purge=true`);
}
