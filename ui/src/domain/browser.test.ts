import { describe, expect, it } from 'vitest';
import { browserOf } from './browser';

describe('a browser', () => {
  it('is called by its name and its system, though it pretends to be others too', () => {
    const edge =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0';
    expect(browserOf(edge)).toBe('Edge · Windows');
    expect(browserOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0')).toBe(
      'Firefox · Linux',
    );
  });

  it('that is none is called as it calls itself', () => {
    expect(browserOf('curl/8.14.1')).toBe('curl');
    expect(browserOf('')).toBeUndefined();
  });
});
