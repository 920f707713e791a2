import { expect, it } from 'vitest';
import { ProblemError } from '@/api/problem';
import { vmErrors } from './vmErrors';

it('takes a name that is taken for a fault of the name', () => {
  const error = new ProblemError({
    type: 'urn:obox:problem:name-taken',
    title: 'Name taken',
    status: 409,
    detail: 'You already have a VM named web.',
  });
  expect(vmErrors(error, ['name', 'tags']).fields).toEqual({
    name: ['You already have a VM named web.'],
  });
});

it('finds nothing in what is no refusal', () => {
  expect(vmErrors(new Error('broken'), ['name'])).toEqual({ fields: {}, others: [] });
  expect(vmErrors(null, ['name'])).toEqual({ fields: {}, others: [] });
});
