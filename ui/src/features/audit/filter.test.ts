import { describe, expect, it } from 'vitest';
import { auditFilter } from './filter';

describe('a search of the audit log', () => {
  it('asks for what is named, and for words anywhere', () => {
    expect(auditFilter('who:ann what:account "192.0.2.7" object:"web one"')).toEqual({
      who: 'ann',
      what: 'account',
      object: 'web one',
      q: '192.0.2.7',
    });
  });

  it('takes a day as all of it, where the reader is', () => {
    const { from = '', to = '' } = auditFilter('from:2026-03-01 to:2026-03-01');
    expect(Date.parse(from)).toBe(new Date('2026-03-01T00:00:00').getTime());
    expect(Date.parse(to)).toBe(new Date('2026-03-02T00:00:00').getTime());
  });

  it('leaves a time as it is, so that the server says what is wrong with it', () => {
    expect(auditFilter('from:yesterday to:2026-13-77')).toEqual({
      from: 'yesterday',
      to: '2026-13-77',
    });
  });

  it('takes another name for a text, and no value for nothing', () => {
    expect(auditFilter('rack:7 who:')).toEqual({ q: 'rack:7' });
    expect(auditFilter(undefined)).toEqual({});
  });
});
