import { createElement, use, type ComponentType } from 'react';
import { loadLaterTexts } from '@/i18n/texts';

/** A component whose script is loaded apart from the first one. */
export type Later<Props> = ComponentType<Props> & {
  load: () => Promise<unknown>;
  /** Begins to load it, and ends when it can be drawn at once, or is known to have failed; undefined if that is so already. */
  pending: () => Promise<void> | undefined;
};

/** A script could not be loaded. It is not asked for again until somebody wants it. */
export class NotLoaded extends Error {
  readonly forget: () => void;

  constructor(cause: unknown, forget: () => void) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.forget = forget;
  }
}

/**
 * Makes one. It loads when it is shown, or before by `load`: once the server has a newer build of the page, an open
 * browser finds the older scripts no more, so nothing should be left for long. What failed stays failed however often it is
 * drawn, for each drawing would begin anew otherwise; `load` and a slot's "Try again" ask for it again.
 */
export function later<Props extends object>(
  script: () => Promise<ComponentType<Props>>,
): Later<Props> {
  return loadedBy(async () => (await Promise.all([script(), loadLaterTexts()]))[0]);
}

/** Makes one that belongs to the first views, whose texts come with the page. */
export function atFirst<Props extends object>(
  script: () => Promise<ComponentType<Props>>,
): Later<Props> {
  return loadedBy(script);
}

function loadedBy<Props extends object>(script: () => Promise<ComponentType<Props>>): Later<Props> {
  let loading: Promise<ComponentType<Props>> | undefined;
  let loaded: ComponentType<Props> | undefined;
  let drawn = false;
  let failed = false;
  const forget = () => {
    if (failed) loading = undefined;
    failed = false;
    drawn = false;
  };
  const begin = () => {
    loading = script().then(
      (component) => {
        loaded = component;
        return component;
      },
      (error: unknown) => {
        failed = true;
        if (!drawn) forget();
        throw new NotLoaded(error, forget);
      },
    );
    return loading;
  };
  const draw = () => {
    drawn = true;
    return loading ?? begin();
  };
  const load = () => {
    if (failed) forget();
    return loading ?? begin();
  };
  const pending = () => (loaded || failed ? undefined : draw().then(nothing, nothing));
  function Loaded(props: Props) {
    // What is there needs no moment in which nothing is.
    return createElement(loaded ?? use(draw()), props);
  }
  return Object.assign(Loaded, { load, pending });
}

/** Loads those that are still to be loaded. One that can't be now is tried again where it is shown. */
export async function loadAll(components: Iterable<object>): Promise<void> {
  await Promise.allSettled([...components].filter(isLater).map((component) => component.load()));
}

export function isLater(component: object): component is Later<object> {
  return 'load' in component && 'pending' in component;
}

function nothing(): void {
  return undefined;
}
