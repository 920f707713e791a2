import { createElement, use, type ComponentType } from 'react';

/** A component whose script is loaded apart from the first one. */
export type Later<Props> = ComponentType<Props> & { load: () => Promise<unknown> };

/**
 * Makes one. It loads when it is shown, or before by `load`: once the server has a newer build of the page, an open
 * browser finds the older scripts no more, so nothing should be left for long.
 */
export function later<Props extends object>(
  script: () => Promise<ComponentType<Props>>,
): Later<Props> {
  let loading: Promise<ComponentType<Props>> | undefined;
  const load = () => {
    loading ??= script().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  function Loaded(props: Props) {
    return createElement(use(load()), props);
  }
  return Object.assign(Loaded, { load });
}

/** Loads those that are still to be loaded. One that can't be now is tried again where it is shown. */
export async function loadAll(components: Iterable<object>): Promise<void> {
  await Promise.allSettled([...components].filter(isLater).map((component) => component.load()));
}

function isLater(component: object): component is Later<object> {
  return 'load' in component;
}
