import { expect, test } from 'vitest';
import { resourcesOf, scopesOf } from './scopes';

test('what is not granted is no scope', () => {
  expect(scopesOf({ vms: 'write', jobs: 'none', images: 'read' })).toEqual([
    'vms:write',
    'images:read',
  ]);
  expect(scopesOf({})).toEqual([]);
});

test('only administrators are offered what is theirs', () => {
  expect(resourcesOf('USER')).not.toContain('users');
  expect(resourcesOf('ADMIN')).toContain('users');
});
