import { expect, test } from 'vitest';
import type { Profile } from '@/api/schema';
import { keptChoices } from './kept';

const PROFILE: Profile = {
  id: '1',
  email: 'ann@example.org',
  name: 'Ann',
  role: 'USER',
  state: 'ACTIVE',
  locale: 'en',
  localeChosen: false,
  preferences: { theme: null, density: null, shortcuts: null, columns: {} },
  mustChangePassword: false,
  createdAt: '2026-01-01T00:00:00Z',
  lastLoginAt: null,
  version: 1,
};

test('what was never chosen is left to the browser', () => {
  expect(keptChoices(undefined)).toEqual({ theme: undefined, language: undefined });
  expect(keptChoices(PROFILE)).toEqual({ theme: undefined, language: undefined });
});

test('what was chosen comes along', () => {
  const preferences = { ...PROFILE.preferences, theme: 'DARK' as const };
  expect(keptChoices({ ...PROFILE, locale: 'fr-CA', localeChosen: true, preferences })).toEqual({
    theme: 'dark',
    language: 'fr',
  });
});

test('a language that the page does not speak changes nothing', () => {
  expect(keptChoices({ ...PROFILE, locale: 'de', localeChosen: true }).language).toBeUndefined();
});
