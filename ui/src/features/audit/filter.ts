import type { AuditFilter } from '@/api/keys';
import { searchWords } from '@/components/list/searchWords';

/** What can be asked for by name, beside words that are found anywhere. */
export const AUDIT_KEYS = ['who', 'what', 'object', 'from', 'to'] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What a search asks for. A day without a time begins at its midnight, and `to` is up to its end, both where the reader is. A word
 * with another name before its colon is a text like any.
 */
export function auditFilter(search: string | undefined): AuditFilter {
  const filter: AuditFilter = {};
  const words: string[] = [];
  for (const { text, key, value } of searchWords(search ?? '')) {
    const known = AUDIT_KEYS.find((name) => name === key);
    const given = unquoted(known === undefined ? text : (value ?? ''));
    if (known === undefined) words.push(given);
    else if (given !== '')
      filter[known] = known === 'from' || known === 'to' ? time(given, known) : given;
  }
  return words.length > 0 ? { ...filter, q: words.join(' ') } : filter;
}

function time(text: string, end: 'from' | 'to'): string {
  if (!DAY.test(text)) return text;
  const midnight = new Date(`${text}T00:00:00`);
  if (Number.isNaN(midnight.getTime())) return text;
  if (end === 'to') midnight.setDate(midnight.getDate() + 1);
  return midnight.toISOString();
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
}
