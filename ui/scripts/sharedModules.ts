import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ROOT = new URL('../', import.meta.url);
const SDK = JSON.parse(readFileSync(new URL('sdk/package.json', ROOT), 'utf8')) as {
  version: string;
};

/** What contributions share with the page, by the names that they import it by, and where it is in the sources. */
const SHARED: Record<string, string> = {
  '@obox/sdk': 'sdk/index.ts',
  '@tanstack/react-query': 'sdk/shared/react-query.ts',
  react: 'sdk/shared/react.ts',
  'react-router': 'sdk/shared/react-router.ts',
  'react/jsx-runtime': 'sdk/shared/jsx-runtime.ts',
};

/**
 * Makes a script of its own of each shared module, and writes an import map into the document, by which a module that is
 * loaded at run time gets the very instances that the page has. Beside the page it writes what the server has to know of it.
 */
export function sharedModules(): Plugin {
  let importMap = '';
  let build = 'development';
  return {
    name: 'obox:shared-modules',
    enforce: 'post',
    buildStart() {
      if (this.environment.mode !== 'build') return;
      for (const [name, path] of Object.entries(SHARED)) {
        this.emitFile({
          type: 'chunk',
          id: fileURLToPath(new URL(path, ROOT)),
          name: name.replaceAll(/\W+/g, '-').replace(/^-/, ''),
          preserveSignature: 'strict',
        });
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const imports = Object.entries(SHARED).map(([name, path]): [string, string] => {
          const id = fileURLToPath(new URL(path, ROOT));
          const chunk = chunks.find((file) => file.facadeModuleId === id);
          if (bundle && !chunk) throw new Error(`${path} has become no script of its own`);
          return [name, `/${chunk?.fileName ?? path}`];
        });
        importMap = JSON.stringify({ imports: Object.fromEntries(imports) });
        if (bundle)
          build = digest(Object.keys(bundle).sort().join('\n')).toString('hex').slice(0, 16);
        return [
          {
            tag: 'script',
            attrs: { type: 'importmap' },
            children: importMap,
            injectTo: 'head-prepend',
          },
          { tag: 'meta', attrs: { name: 'build', content: build }, injectTo: 'head' },
        ];
      },
    },
    generateBundle() {
      const script = `sha256-${digest(importMap).toString('base64')}`;
      this.emitFile({
        type: 'asset',
        fileName: 'build.properties',
        source: `id=${build}\nsdk=${SDK.version}\nscript=${script}\n`,
      });
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
