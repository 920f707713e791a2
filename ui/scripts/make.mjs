// What the build of the bundle calls: `make.mjs build` makes dist/, `make.mjs check` runs the quality gates. Both
// install the packages first, and do nothing that is already done for the sources as they are.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MADE_HERE = new Set(['node_modules', 'dist', 'test-results', 'playwright-report']);
const STAMPS = join(ROOT, 'node_modules', '.cache', 'make');

/** @type {Record<string, string[]>} */
const TASKS = {
  build: ['build'],
  check: ['check:api', 'check:sdk', 'typecheck', 'lint', 'format:check', 'test'],
};

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !MADE_HERE.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    })
    .sort();
}

/** @param {string[]} files */
function digest(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Runs a task unless it was done for exactly this state.
 *
 * @param {string} name
 * @param {string} state
 * @param {() => void} task
 * @param {boolean} [lost] whether what it made is no longer there
 */
function once(name, state, task, lost = false) {
  const stamp = join(STAMPS, name);
  if (!lost && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  task();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, state);
}

/** @param {string[]} args */
function npm(...args) {
  const { status, error } = spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`npm ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
}

const name = process.argv[2] ?? '';
const scripts = TASKS[name];
if (!scripts) {
  console.error(`Say what to make: ${Object.keys(TASKS).join(' or ')}`);
  process.exit(1);
}
once('install', digest([join(ROOT, 'package-lock.json'), join(ROOT, 'package.json')]), () => {
  npm('ci', '--prefer-offline', '--no-audit', '--no-fund');
});
const lost = name === 'build' && !existsSync(join(ROOT, 'dist', 'index.html'));
const task = () => {
  for (const script of scripts) npm('run', script);
};
once(name, digest(filesIn(ROOT)), task, lost);
