// Writes the declaration of what sdk/index.ts exports, in one file; with --check it says instead whether that is still true.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHECKED_IN = 'sdk/types/index.d.ts';
const check = process.argv.includes('--check');
const target = check ? join(mkdtempSync(join(tmpdir(), 'obox-sdk-')), 'index.d.ts') : CHECKED_IN;

const { status } = spawnSync(
  'dts-bundle-generator',
  // prettier-ignore
  ['--project', 'tsconfig.app.json', '--no-banner', '--export-referenced-types=false', '--silent', ...(check ? ['--no-check'] : []), '-o', target, 'sdk/index.ts'],
  { stdio: 'inherit' },
);
if (status !== 0) process.exit(1);
if (check && readFileSync(target, 'utf8') !== readFileSync(CHECKED_IN, 'utf8')) {
  console.error(`${CHECKED_IN} is out of date: npm run generate:sdk writes it.`);
  process.exit(1);
}
