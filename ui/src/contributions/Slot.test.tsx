import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import en from '@/locales/en.json';
import { Slot } from './Slot';
import { SlotFault } from './SlotFault';

const by = { id: 'plugin/rack', name: 'Racks' };
const fault = new Error('broken');

describe('a fault in a slot', () => {
  const after = (props: { by: typeof by; resetOn?: string }) => {
    const state = { fault, shown: { by, resetOn: 'a 1' } };
    const change = Slot.getDerivedStateFromProps({ children: null, ...props }, state);
    return { ...state, ...change }.fault;
  };

  it('stays while the same is shown', () => {
    expect(after({ by, resetOn: 'a 1' })).toBe(fault);
  });

  it('goes with what it was a fault of', () => {
    expect(after({ by, resetOn: 'a 2' })).toBeUndefined();
    expect(after({ by: { ...by }, resetOn: 'a 1' })).toBeUndefined();
  });
});

describe('the sign of a fault where there is little room', () => {
  beforeAll(async () => {
    await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } } });
  });

  it('is a button, which a keyboard reaches and a screen reader reads', () => {
    const drawn = renderToStaticMarkup(
      <SlotFault name="Racks" error={fault} small onRetry={() => undefined} />,
    );
    expect(drawn).toMatch(
      /<button [^>]*title="Racks failed here: broken"[^>]*aria-expanded="false"/,
    );
    expect(drawn).toContain('<span class="sr-only">Racks failed here</span>');
  });
});
