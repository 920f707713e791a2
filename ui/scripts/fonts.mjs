// Writes the font that the page begins with: of Geist what English and French are written with, in the weights that are used.
// What else Latin scripts have comes in files of their own, when a text has it.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const SOURCE = createRequire(import.meta.url).resolve(
  '@fontsource-variable/geist/files/geist-latin-wght-normal.woff2',
);
const TARGET = new URL('../src/styles/fonts/geist-first.woff2', import.meta.url);

const ASCII = String.fromCodePoint(...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i));
const FRENCH = 'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜàâæçéèêëîïôœùûüÿ';
const SIGNS = '\u00a0\u202f«»’‘“”–—…·•×−°€↑↓';

const font = await subsetFont(await readFile(SOURCE), ASCII + FRENCH + SIGNS, {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 600 } },
});
await writeFile(TARGET, font);
