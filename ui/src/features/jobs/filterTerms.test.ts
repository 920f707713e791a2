import { expect, it } from 'vitest';
import { filtersIn, termsOf } from './filterTerms';

it('keeps filters of jobs as a search, and reads them from it', () => {
  const filters = { kind: 'vm.create', subject: undefined, parent: '0199-1' };
  expect(termsOf(filters)).toBe('kind:vm.create parent:0199-1');
  expect(filtersIn(termsOf(filters))).toEqual(filters);
});

it('reads them in any order, and passes over what it does not know', () => {
  expect(filtersIn('colour:red parent:1 web kind:vm.power')).toEqual({
    kind: 'vm.power',
    subject: undefined,
    parent: '1',
  });
  expect(termsOf(filtersIn(''))).toBe('');
});
