import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const OBOX = fileURLToPath(new URL('../../../obox', import.meta.url));

/** The data folder of the product that is tested, where its operator can get in. */
export const DATA = process.env.OBOX_DATA;

/** Has the operator's shell of the product do something; answers what it printed. */
export async function shell(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)(OBOX, ['shell', '--data', DATA ?? '', command]);
  return stdout;
}

/** Installs a bundle and starts it; answers its number. */
export async function install(jar: string): Promise<string> {
  const printed = await shell(`felix:install file:${jar}`);
  const number = /\d+/.exec(printed)?.[0];
  if (!number) throw new Error(`No bundle was installed: ${printed}`);
  await shell(`felix:start ${number}`);
  return number;
}
