import { describe, expect, it, test } from 'vitest';
import type { Profile } from '@/api/schema';
import { keptChoices, News } from './kept';

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

describe('what the server keeps', () => {
  it('is news once, and again when it has changed', () => {
    const news = new News();
    expect(['fr', 'fr', 'en', 'fr'].map((kept) => news.take(kept))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('is no news where this page has sent it, so that whatever was chosen meanwhile stays', () => {
    const news = new News();
    news.take('en');
    news.sent('fr');
    expect(news.take('fr')).toBe(false);
  });

  it('is no news where what was sent has not arrived', () => {
    const news = new News();
    news.take('en');
    news.sent('fr');
    expect(news.take('en')).toBe(false);
  });

  it('is news when it comes from elsewhere after an own choice', () => {
    const news = new News();
    news.sent('fr');
    news.take('fr');
    news.take('en');
    expect(news.take('fr')).toBe(true);
  });
});
