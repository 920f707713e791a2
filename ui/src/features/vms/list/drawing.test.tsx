// @vitest-environment happy-dom
import i18next from 'i18next';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Vm } from '@/api/schema';
import { ListPage } from '@/components/list/ListPage';
import { useListAddress } from '@/components/list/useListAddress';
import { RegistryContext } from '@/contributions/context';
import { Registry } from '@/contributions/registry';
import en from '@/locales/en.json';
import { useVmColumns } from './useVmColumns';

const VMS = ['kafka', 'redis', 'web'].map((name) => ({ id: name, name, version: 1 })) as Vm[];
const ROWS = {
  data: VMS,
  error: null,
  isPlaceholderData: false,
  refetch: () => Promise.resolve(),
};

const draw = vi.fn(({ vm }: { vm: Vm }) => vm.name);
const drawPage = vi.fn();
const registry = new Registry([
  { id: 'vms', name: 'OBox', vmColumns: [{ id: 'name', label: 'vm.field.name', content: draw }] },
]);
const NAME = 'VMs';
const nameOf = (vm: Vm) => vm.name;

function Page() {
  drawPage();
  const columns = useVmColumns();
  return (
    <ListPage
      id="vms"
      title={NAME}
      address={useListAddress()}
      columns={columns}
      rows={ROWS}
      nameOf={nameOf}
      search={{ label: NAME, placeholder: '', keys: [] }}
      failed=""
      empty={null}
      none={null}
    />
  );
}

describe('the rows of a list', () => {
  beforeAll(async () => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } } });
  });

  it('are not drawn again while somebody types, and the page once for each letter', () => {
    const main = document.body.appendChild(document.createElement('main'));
    const root = createRoot(main);
    act(() => {
      root.render(
        <RegistryContext value={registry}>
          <MemoryRouter>
            <Page />
          </MemoryRouter>
        </RegistryContext>,
      );
    });
    expect(main.textContent).toContain('kafka');
    const before = draw.mock.calls.length;

    const input = main.querySelector('input');
    for (const text of ['k', 'ka', 'kaf']) {
      drawPage.mockClear();
      act(() => {
        type(input, text);
      });
      expect(drawPage).toHaveBeenCalledOnce();
      expect(input?.value).toBe(text);
    }
    expect(draw.mock.calls.length).toBe(before);
    act(() => {
      root.unmount();
    });
  });
});

/** As the browser does it: React looks for a value that is another than the one it knows. */
function type(input: HTMLInputElement | null, text: string): void {
  if (!input) return;
  Reflect.set(HTMLInputElement.prototype, 'value', text, input);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
