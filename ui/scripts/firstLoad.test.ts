import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { filesFor, packedSize, weigh, type Build, type BuiltFile } from './firstLoad';

const file = (kilobytes: number, about: Partial<BuiltFile> = {}): BuiltFile => ({
  content: randomBytes(kilobytes * 1000),
  needs: [],
  sources: [],
  ...about,
});

/** A page of 150 kB, with a view of 20 kB that needs 5 kB more, and a view of 40 kB. */
const build: Build = new Map([
  ['index.html', file(0, { needs: ['entry.js', 'page.css', 'a.woff2'] })],
  ['entry.js', file(100, { needs: ['vendor.js'], sources: ['main.tsx'] })],
  ['vendor.js', file(25)],
  ['a.woff2', file(10)],
  ['page.css', file(20)],
  ['small.js', file(20, { needs: ['part.js', 'vendor.js'], sources: ['Small.tsx'] })],
  ['part.js', file(5)],
  ['large.js', file(40, { sources: ['Large.tsx'] })],
]);

describe('the first load of a view', () => {
  it('is what the document names and the view holds, with all that those need, each once', () => {
    expect(filesFor(build, ['Small.tsx']).sort()).toEqual([
      'a.woff2',
      'entry.js',
      'index.html',
      'page.css',
      'part.js',
      'small.js',
      'vendor.js',
    ]);
  });

  it('is told as long as it is light enough, its font included', () => {
    expect(weigh(build, { small: ['Small.tsx'] })).toEqual(['first load of small: 180.0 kB']);
  });

  it('is an error that names the files when it is more than 180 kB', () => {
    const both = { small: ['Small.tsx'], large: ['Large.tsx'] };
    expect(() => weigh(build, both)).toThrow(/^The first load is more than 180\.0 kB/);
    expect(() => weigh(build, both)).toThrow(/large: 195\.0 kB\n {2}100\.0 kB entry\.js/);
    expect(() => weigh(build, both)).not.toThrow(/small: /);
  });

  it('is an error where a source has become part of no script', () => {
    expect(() => weigh(build, { gone: ['Gone.tsx'] })).toThrow('Gone.tsx is in no script');
  });

  it('counts what is packed, unless packing makes it larger', () => {
    expect(packedSize('a'.repeat(10_000))).toBeLessThan(100);
    expect(packedSize(randomBytes(10_000))).toBe(10_000);
  });
});
