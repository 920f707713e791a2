import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Nothing of a guest that lives for a minute is remembered, and nobody is asked. */
const OPTIONS = [
  'BatchMode=yes',
  'ConnectTimeout=10',
  'IdentitiesOnly=yes',
  'LogLevel=ERROR',
  'StrictHostKeyChecking=no',
  'UserKnownHostsFile=/dev/null',
].flatMap((option) => ['-o', option]);

export interface Key {
  file: string;
  /** The line that goes into a form. */
  publicLine: string;
}

export async function makeKey(file: string): Promise<Key> {
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'e2e', '-f', file]);
  return { file, publicLine: (await readFile(`${file}.pub`, 'utf8')).trim() };
}

/** Runs a command in a guest, and answers with its output, or with why there is none. */
export async function inGuest(key: Key, login: string, command: string): Promise<string> {
  try {
    const { stdout } = await run('ssh', [
      '-F',
      '/dev/null',
      '-i',
      key.file,
      ...OPTIONS,
      login,
      command,
    ]);
    return stdout.trim();
  } catch (error) {
    return String(error);
  }
}
