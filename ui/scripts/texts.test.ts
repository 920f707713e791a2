import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourcesOf, those } from './texts';
import { textUses } from './textUses';

describe('a source says', () => {
  const says = textUses("t('login.title'); t('vm.count', { count }); t(`vm.state.${state}`);");

  it('the texts that it names, in each of their plural forms', () => {
    expect(['login.title', 'vm.count_one', 'vm.count_other'].filter(says)).toHaveLength(3);
    expect(says('login.lead')).toBe(false);
  });

  it('the texts whose names it makes', () => {
    expect(says('vm.state.RUNNING')).toBe(true);
    expect(says('vm.state')).toBe(false);
    expect(says('vm.statement.RUNNING')).toBe(false);
  });
});

describe('texts are cut', () => {
  it('within their groups, and no group is left empty', () => {
    const texts = {
      login: { title: 'Log in', lead: 'Welcome' },
      vm: { state: { RUNNING: 'Runs' } },
    };
    expect(those(texts, (key) => key === 'login.lead')).toEqual({ login: { lead: 'Welcome' } });
    expect(those(texts, (key) => key !== 'login.lead')).toEqual({
      login: { title: 'Log in' },
      vm: { state: { RUNNING: 'Runs' } },
    });
  });
});

describe('what comes with a source', () => {
  const root = mkdtempSync(join(tmpdir(), 'texts'));
  const write = (path: string, source: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), source);
  };
  write('src/main.tsx', "import { A } from '@/a';\nimport './side';\nimport { x } from 'react';\n");
  write('src/a/index.ts', "export { b } from '../b';\nimport type { C } from './c';\n");
  write('src/b.tsx', "const C = later(() => import('./c'));\n");
  write('src/side.ts', '');
  write('src/c.ts', '');

  it('is what it imports, and not what it loads later or takes types of', () => {
    const found = [...sourcesOf([join(root, 'src/main.tsx')], root).keys()];
    expect(found.map((path) => path.slice(root.length + 5)).sort()).toEqual([
      'a/index.ts',
      'b.tsx',
      'main.tsx',
      'side.ts',
    ]);
  });
});
