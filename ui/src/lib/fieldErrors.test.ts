import { expect, it } from 'vitest';
import { sortErrors } from './fieldErrors';

it('sorts errors to the fields that their pointers lead into', () => {
  const sorted = sortErrors(
    [
      { pointer: '/name', detail: 'Too long.' },
      { pointer: '/sshKeys/1', detail: 'Not a key.' },
      { pointer: '/sshKeys/2', detail: 'Not a key either.' },
      { pointer: '', detail: 'Too much at once.' },
      { pointer: '/names', detail: 'Unknown.' },
    ],
    ['name', 'sshKeys'] as const,
  );
  expect(sorted).toEqual({
    fields: { name: ['Too long.'], sshKeys: ['Not a key.', 'Not a key either.'] },
    others: ['Too much at once.', 'Unknown.'],
  });
});
