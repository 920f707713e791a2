import { beforeEach, expect, it } from 'vitest';
import { tabStorage } from '@/lib/tabStorage';
import { EMPTY_FORM } from './form';
import { forgetSent, rememberSent, sentFor } from './sent';

beforeEach(() => {
  tabStorage.clear();
});

const remember = (id: string) => {
  rememberSent(id, { ...EMPTY_FORM, userData: `for ${id}` });
};

it('keeps what a few machines were asked for with, the last ones', () => {
  for (const id of ['1', '2', '3', '4', '5', '6']) remember(id);

  expect(sentFor('6')?.userData).toBe('for 6');
  expect(sentFor('2')?.userData).toBe('for 2');
  expect(sentFor('1')).toBeUndefined();
});

it('forgets what a machine was asked for with when that is gone', () => {
  remember('1');
  remember('2');

  forgetSent({ type: 'vm', id: '1', action: 'removed' });

  expect(sentFor('1')).toBeUndefined();
  expect(sentFor('2')).toBeDefined();
});
