import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeKeyPair, type KeyPair } from './sshKey';

const folder = mkdtempSync(join(tmpdir(), 'obox-key-'));

function fileOf({ privateFile }: KeyPair): string {
  const file = join(folder, 'key');
  rmSync(file, { force: true });
  writeFileSync(file, privateFile);
  chmodSync(file, 0o600);
  return file;
}

function openssh(...words: string[]): string {
  return execFileSync('ssh-keygen', words, { encoding: 'utf8' });
}

describe('a pair of keys', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  // each length of the comment needs another padding
  it.each(['', 'a', 'web', 'obox web-1', 'é'])(
    'with the comment "%s" is one that OpenSSH reads, the public from the private one',
    async (comment) => {
      const pair = await makeKeyPair(comment);
      expect(openssh('-y', '-P', '', '-f', fileOf(pair)).trim()).toBe(pair.publicLine);
    },
  );

  it('signs what its public key verifies', async () => {
    const pair = await makeKeyPair('me');
    const signers = join(folder, 'signers');
    const message = join(folder, 'message');
    writeFileSync(message, 'hello');
    writeFileSync(signers, `me ${pair.publicLine}\n`);
    openssh('-Y', 'sign', '-q', '-n', 'file', '-f', fileOf(pair), message);
    const verified = execFileSync(
      'ssh-keygen',
      ['-Y', 'verify', '-f', signers, '-I', 'me', '-n', 'file', '-s', `${message}.sig`],
      { input: 'hello', encoding: 'utf8' },
    );
    expect(verified).toContain('Good "file" signature');
  });

  it('is another one each time', async () => {
    const [one, other] = [await makeKeyPair(''), await makeKeyPair('')];
    expect(one.publicLine).not.toBe(other.publicLine);
  });
});
