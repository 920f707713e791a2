import type { JobFilter } from '@/api/keys';
import { searchWords } from '@/components/list/searchWords';

/** What a list of jobs can be narrowed to besides a state. */
export const FILTERS = ['kind', 'subject', 'parent'] as const;

export type JobFilterName = (typeof FILTERS)[number];

export type JobFilters = Pick<JobFilter, JobFilterName>;

/** Filters as a search, as which a view keeps them. */
export function termsOf(filters: JobFilters): string {
  return FILTERS.flatMap((name) => (filters[name] ? `${name}:${filters[name]}` : [])).join(' ');
}

/** The filters that a search says. */
export function filtersIn(terms: string): JobFilters {
  const words = searchWords(terms);
  const said = FILTERS.map((name) => [name, words.find(({ key }) => key === name)?.value]);
  return Object.fromEntries(said) as JobFilters;
}
