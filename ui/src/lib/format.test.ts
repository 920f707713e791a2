import { describe, expect, it } from 'vitest';
import { durationParts, gibToHold, hostSize, memorySize, relativeTime } from './format';

describe('memory', () => {
  it.each([
    [256, 256, 'megabyte'],
    [1024, 1, 'gigabyte'],
    [1536, 1.5, 'gigabyte'],
    [1500, 1500, 'megabyte'],
  ])('of %i MiB reads as %f %s', (mib, value, unit) => {
    expect(memorySize(mib)).toEqual({ value, unit });
  });
});

describe('a host', () => {
  it.each([
    [1_048_576, 1024, 'gigabyte'],
    [10 * 1_048_576, 10, 'terabyte'],
    [12_345_678, 11.8, 'terabyte'],
    [1_048_576 * 1024, 1024, 'terabyte'],
  ])('with %i MiB has %f %s', (mib, value, unit) => {
    expect(hostSize(mib)).toEqual({ value, unit });
  });
});

describe('a disk', () => {
  it('is as large as the image needs, in whole GiB', () => {
    expect(gibToHold(1)).toBe(1);
    expect(gibToHold(1024 ** 3)).toBe(1);
    expect(gibToHold(1024 ** 3 + 1)).toBe(2);
  });
});

describe('a duration', () => {
  const read = (millis: number) =>
    durationParts(millis)
      .map(({ unit, value }) => `${value} ${unit}`)
      .join(' ');

  it.each([
    [-5, '0 s'],
    [400, '0 s'],
    [12_000, '12 s'],
    [125_000, '2 min 5 s'],
    [180_000, '3 min'],
    [3_605_000, '1 h'],
    [7_800_000, '2 h 10 min'],
  ])('of %i ms reads as %s', (millis, text) => {
    expect(read(millis)).toBe(text);
  });
});

describe('a time', () => {
  const now = Date.UTC(2026, 0, 1);
  it.each([
    [-10, 'now'],
    [-45, '45 sec. ago'],
    [-200, '3 min. ago'],
    [-90_000, 'yesterday'],
    [7_300, 'in 2 hr.'],
  ])('%i seconds away reads as "%s"', (seconds, text) => {
    expect(relativeTime(now + seconds * 1000, now, 'en')).toBe(text);
  });
});

it('makes one formatter for a language, however often it is asked', () => {
  let made = 0;
  const original = Intl.RelativeTimeFormat;
  const writable = Intl as { RelativeTimeFormat: typeof original };
  writable.RelativeTimeFormat = class extends original {
    constructor(locale: string, options: Intl.RelativeTimeFormatOptions) {
      super(locale, options);
      made += 1;
    }
  } as typeof original;
  for (let row = 0; row < 1_000; row++) relativeTime(0, row * 60_000, 'de');
  writable.RelativeTimeFormat = original;
  expect(made).toBe(1);
});
