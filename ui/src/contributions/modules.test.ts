import { describe, expect, it, vi } from 'vitest';
import { fits, Modules } from './modules';
import { definePart } from './own';
import { Registry } from './registry';

const page = () => null;

function rack(hash: string, sdk = '1.0') {
  return {
    id: 'org.example.rack',
    name: 'Racks',
    sdk,
    module: `/plugins/org.example.rack/${hash}/rack.js`,
  };
}

/** Each module contributes a page that is named after its address. */
function contributing(address: string) {
  return { default: { id: 'any', name: 'any', routes: [{ path: address, page }] } };
}

function start(load: (address: string) => Promise<unknown>) {
  const registry = new Registry();
  const setTexts = vi.fn();
  const modules = new Modules({ registry, sdk: '1.2.0', load, setTexts });
  const paths = () => registry.at('routes').map(({ item }) => item.path);
  return { registry, setTexts, modules, paths };
}

describe('modules', () => {
  it('are loaded once, and are known by the id and the name that the server says', async () => {
    const load = vi.fn((address: string) => Promise.resolve(contributing(address)));
    const { modules, registry } = start(load);
    await modules.become([rack('1a')]);
    expect(await modules.become([rack('1a')])).toEqual([]);
    expect(load).toHaveBeenCalledOnce();
    expect(registry.at('routes').map(({ by }) => [by.id, by.name])).toEqual([
      ['plugin/org.example.rack', 'Racks'],
    ]);
  });

  it('go when the server has them no more', async () => {
    const { modules, paths, setTexts } = start((address) => Promise.resolve(contributing(address)));
    await modules.become([rack('1a')]);
    await modules.become([]);
    expect(paths()).toEqual([]);
    expect(setTexts).toHaveBeenLastCalledWith('plugin/org.example.rack', {});
  });

  it('that are replaced stay until the next one is there', async () => {
    let arrive: (loaded: unknown) => void = () => undefined;
    const load = vi
      .fn<(address: string) => Promise<unknown>>()
      .mockImplementationOnce((address) => Promise.resolve(contributing(address)))
      .mockImplementationOnce(
        () =>
          new Promise((resolve) => {
            arrive = resolve;
          }),
      );
    const { modules, paths } = start(load);
    await modules.become([rack('1a')]);
    const replaced = modules.become([rack('2b')]);
    expect(paths()).toEqual([rack('1a').module]);
    arrive(contributing(rack('2b').module));
    await replaced;
    expect(paths()).toEqual([rack('2b').module]);
  });

  it('that arrive after they were taken away again are passed over', async () => {
    let arrive: (loaded: unknown) => void = () => undefined;
    const { modules, paths } = start(
      () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
    );
    const came = modules.become([rack('1a')]);
    await modules.become([]);
    arrive(contributing(rack('1a').module));
    await came;
    expect(paths()).toEqual([]);
  });

  it('that fail after they were taken away again are no fault', async () => {
    let fail: (error: Error) => void = () => undefined;
    const { modules } = start(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    const came = modules.become([rack('1a')]);
    await modules.become([]);
    fail(new Error('gone'));
    expect(await came).toEqual([]);
  });

  it('that fail are named, and tried again with the next list', async () => {
    const load = vi
      .fn<(address: string) => Promise<unknown>>()
      .mockRejectedValueOnce(new Error('broken'))
      .mockImplementation((address) => Promise.resolve(contributing(address)));
    const { modules, paths } = start(load);
    expect(await modules.become([rack('1a')])).toMatchObject([
      { name: 'Racks', error: { message: 'broken' } },
    ]);
    expect(await modules.become([rack('1a')])).toEqual([]);
    expect(paths()).toHaveLength(1);
  });

  it('that export nothing, or need a newer SDK, are not taken', async () => {
    const { modules, paths } = start(() => Promise.resolve({}));
    expect(await modules.become([rack('1a')])).toHaveLength(1);
    expect(await modules.become([rack('1a', '1.3')])).toMatchObject([
      { error: { message: expect.stringContaining('1.3') as string } },
    ]);
    expect(paths()).toEqual([]);
  });
});

describe('a module that contributes what is no list', () => {
  it('is refused, for nobody could draw it', async () => {
    const { modules, paths } = start(() =>
      Promise.resolve({ default: { id: 'any', name: 'any', routes: { path: 'racks', page } } }),
    );
    expect(await modules.become([rack('1a')])).toMatchObject([
      { error: { message: expect.stringContaining('routes') as string } },
    ]);
    expect(paths()).toEqual([]);
  });
});

describe('a module with a malformed item', () => {
  const vm = { id: 'rack', label: 'rack', content: page };
  it.each([
    ['navigation', { to: '/racks', icon: 'vms', group: 'compute' }, 'label'],
    ['routes', { path: 'racks' }, 'page'],
    ['routes', { path: 'racks', page, access: 'public' }, 'access'],
    ['vmTabs', { ...vm, content: 'RackTab' }, 'content'],
    ['vmColumns', { ...vm, headClass: 7 }, 'headClass'],
    ['objectTypes', { type: 'rack' }, 'path'],
    ['eventTypes', { type: 'rack', mend: [] }, 'mend'],
    ['jobKinds', null, 'jobKinds'],
  ])('in %s is refused, and what is wrong is named: %j', async (point, item, wrong) => {
    const { modules, registry } = start(() => Promise.resolve({ default: { [point]: [item] } }));
    expect(await modules.become([rack('1a')])).toMatchObject([
      { name: 'Racks', error: { message: expect.stringContaining(wrong) as string } },
    ]);
    expect(registry.at(point as 'routes')).toEqual([]);
  });

  it('is told from one that has all that is needed', async () => {
    const { modules, registry } = start(() =>
      Promise.resolve({ default: { vmTabs: [vm], soon: [7], texts: { en: { rack: 'Rack' } } } }),
    );
    expect(await modules.become([rack('1a')])).toEqual([]);
    expect(registry.at('vmTabs')).toHaveLength(1);
  });
});

describe('a module that wants what is not its own', () => {
  const own = definePart({ id: 'vms', routes: [{ path: 'vms/:id/*', page }] });

  it('does not take the place of a part that has the same id', async () => {
    const { modules, registry, setTexts } = start(() => Promise.resolve({ default: {} }));
    registry.add(own);
    await modules.become([{ ...rack('1a'), id: 'vms' }]);
    await modules.become([{ ...rack('1a'), id: 'translation' }]);
    expect(registry.at('routes')).toHaveLength(1);
    expect(setTexts.mock.calls.flat()).not.toContain('translation');
  });

  it.each(['vms/:id', '/VMS/new', ':anything', '*', '', 'vms?/x'])(
    'is refused with a page at %s',
    async (path) => {
      const { modules, registry, paths } = start(() =>
        Promise.resolve({ default: { routes: [{ path, page }] } }),
      );
      registry.add(own);
      expect(await modules.become([rack('1a')])).toHaveLength(1);
      expect(paths()).toEqual(['vms/:id/*']);
    },
  );
});

describe('a version of the SDK', () => {
  it.each([
    ['1.0', '1.2.0', true],
    ['1.2', '1.2.7', true],
    ['1.3', '1.2.0', false],
    ['2.0', '1.2.0', false],
    ['1.0', '2.0.0', false],
  ])('%s is met by %s: %s', (needed, offered, met) => {
    expect(fits(needed, offered)).toBe(met);
  });
});
