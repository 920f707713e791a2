import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import fr from '@/locales/fr.json';
import server from '@/locales/server/fr.json';
import { say as exactly, type Message } from './say';

beforeAll(async () => {
  await i18next.init({
    lng: 'fr',
    resources: { fr: { translation: fr, server } },
    interpolation: { escapeValue: false },
  });
});

describe('what the server says', () => {
  it('is said by code with its arguments', () => {
    const text = 'There is a VM named "web" already.';
    expect(say({ text, code: 'vm.name-taken', args: { name: 'web' } })).toBe(
      'Une machine s’appelle déjà « web ».',
    );
  });

  it('is said as it is where there is no code, or an unknown one', () => {
    expect(say({ text: 'Rack 7 is on fire.' })).toBe('Rack 7 is on fire.');
    expect(say({ text: 'Rack 7 is on fire.', code: 'rack.fire', args: { rack: 7 } })).toBe(
      'Rack 7 is on fire.',
    );
  });

  it('has its numbers and units as the language writes them', () => {
    const args = { what: message('vm.field.memory-mib'), min: 64, max: 1048576 };
    expect(say({ text: '…', code: 'vm.field.number-out-of-range', args })).toBe(
      'Mémoire en Mio : un nombre de 64 à 1 048 576 est attendu.',
    );
    expect(say({ text: '…', code: 'vm.field.disk-too-small', args: { least: 12 } })).toContain(
      '12 Gio',
    );
    expect(say({ text: '…', code: 'job.overdue', args: { seconds: 1.5 } })).toContain('1,5 s');
  });

  it('has the plural of its language', () => {
    const left = (count: number) => say({ text: '…', code: 'job.lines-omitted', args: { count } });
    expect(left(1)).toBe('1 ligne de plus est arrivée trop vite et a été omise.');
    expect(left(2000)).toBe('2 000 lignes de plus sont arrivées trop vite et ont été omises.');
  });

  it('has what is within it in the same language', () => {
    const reason = message('vm.power-not-possible', { state: 'stopped', action: 'pause' });
    expect(say({ text: '…', code: 'vm.skipped', args: { name: 'web', reason } })).toBe(
      'web est laissée de côté : Cette action (Mettre en pause) n’est pas possible pour une machine à l’état « arrêtée ».',
    );
    const unknown = { text: 'Rack 7 is on fire.', code: 'rack.fire', args: {} };
    expect(say({ text: '…', code: 'vm.job.step', args: { step: unknown } })).toBe(
      'Rack 7 is on fire..',
    );
  });

  it('never takes a value for a pattern', () => {
    const name = '$t(vm.one) {{name}} <b>';
    expect(say({ text: '…', code: 'vm.name-taken', args: { name } })).toBe(
      `Une machine s’appelle déjà « ${name} ».`,
    );
  });
});

/** Without the difference between the spaces that French has for its signs and digits. */
function say(said: Message): string {
  return exactly(said).replace(/[\u00a0\u202f]/g, ' ');
}

function message(code: string, args: Record<string, unknown> = {}) {
  return { code, args, text: '…' };
}
