// Writes src/api/openapi.ts from openapi.json, the document that the server publishes at /api/openapi.json.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCUMENT = 'openapi.json';

if (!existsSync(`${ROOT}${DOCUMENT}`)) {
  console.error(`There is no ui/${DOCUMENT}: fetch it from /api/${DOCUMENT} of a running OBox.`);
  process.exit(1);
}
const { status } = spawnSync(
  'npx',
  ['openapi-typescript', DOCUMENT, '--output', 'src/api/openapi.ts', '--root-types'],
  { cwd: ROOT, stdio: 'inherit' },
);
process.exit(status ?? 1);
