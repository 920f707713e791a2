import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { RegistryContext } from '@/contributions/context';
import { Registry } from '@/contributions/registry';
import { MeContext } from '@/domain/me';
import en from '@/locales/en.json';
import { Navigation } from './Navigation';
import { PARTS } from './parts';

describe('the navigation', () => {
  beforeAll(async () => {
    await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } } });
  });

  it('shows a place whose group nobody contributes among the others', () => {
    const entry = { to: '/racks', icon: 'vms', label: 'All racks', group: 'nowhere' } as const;
    const registry = new Registry([
      ...PARTS,
      { id: 'plugin/rack', name: 'Racks', texts: { en: {} }, navigation: [entry] },
    ]);
    const drawn = renderToStaticMarkup(
      <RegistryContext value={registry}>
        <MeContext value={{ role: 'USER' } as never}>
          <MemoryRouter>
            <Navigation />
          </MemoryRouter>
        </MeContext>
      </RegistryContext>,
    );
    expect(drawn).toMatch(/More<.*All racks/);
  });
});
