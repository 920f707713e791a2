import {
  NavigationType,
  parsePath,
  UNSAFE_createBrowserHistory as createBrowserHistory,
  type Blocker,
  type BlockerFunction,
  type Location,
  type NavigateOptions,
  type Navigator,
  type To,
} from 'react-router';

/** Where the page is, and how it came there. */
export interface Place {
  location: Location;
  action: NavigationType;
  /** Whether the window stays scrolled as it is. */
  keepsScroll: boolean;
}

interface Guard {
  blocks: BlockerFunction;
  tell: (blocker: Blocker) => void;
}

export const UNBLOCKED: Blocker = {
  state: 'unblocked',
  location: undefined,
  proceed: undefined,
  reset: undefined,
};

/** The browser's history, in which a navigation can be held back until its reader has decided. */
export class Navigations implements Navigator {
  private readonly history = createBrowserHistory({ v5Compat: true });
  private guards: readonly Guard[] = [];
  private keepsScroll = false;
  /** What the next step through the history is, where it is the page's own: back to where it was, or on to what was held. */
  private ownStep: 'back' | 'on' | undefined;
  private place: Place = this.placeOf(this.history.action);

  /** The same object as long as the page stays where it is. */
  get now(): Place {
    return this.place;
  }

  /** Calls back when the page goes elsewhere, until the returned function is called. */
  listen(go: (next: Place, before: Place) => void): () => void {
    return this.history.listen(({ action, location, delta }) => {
      const { ownStep, place } = this;
      this.ownStep = undefined;
      if (ownStep === 'back') return;
      if (ownStep !== 'on' && action === NavigationType.Pop && delta) {
        if (this.holdsStep(location, delta)) return;
      }
      this.place = this.placeOf(action);
      this.keepsScroll = false;
      go(this.place, place);
    });
  }

  /** Asks before each navigation whether it is held back, until the returned function is called. */
  guard(blocks: BlockerFunction, tell: (blocker: Blocker) => void): () => void {
    const guard = { blocks, tell };
    this.guards = [...this.guards, guard];
    return () => {
      this.guards = this.guards.filter((other) => other !== guard);
    };
  }

  readonly push = (to: To, state?: unknown, options?: NavigateOptions): void => {
    this.change(NavigationType.Push, to, state, options);
  };

  readonly replace = (to: To, state?: unknown, options?: NavigateOptions): void => {
    this.change(NavigationType.Replace, to, state, options);
  };

  readonly go = (delta: number): void => {
    this.history.go(delta);
  };

  readonly createHref = (to: To): string => this.history.createHref(to);
  readonly encodeLocation = (to: To) => this.history.encodeLocation(to);

  private change(
    action: NavigationType.Push | NavigationType.Replace,
    to: To,
    state: unknown,
    options?: NavigateOptions,
  ): void {
    const go = () => {
      this.keepsScroll = options?.preventScrollReset ?? false;
      if (action === NavigationType.Push) this.history.push(to, state);
      else this.history.replace(to, state);
    };
    const path = typeof to === 'string' ? parsePath(to) : to;
    const next = { ...this.place.location, search: '', hash: '', ...path, state };
    if (!this.holds(next, action, go)) go();
  }

  /** The address is another one already when the history tells of a step, so it is set back for as long as the step is held. */
  private holdsStep(location: Location, delta: number): boolean {
    const held = this.holds(location, NavigationType.Pop, () => {
      this.ownStep = 'on';
      this.history.go(delta);
    });
    if (!held) return false;
    this.ownStep = 'back';
    this.history.go(-delta);
    return true;
  }

  private holds(location: Location, historyAction: NavigationType, go: () => void): boolean {
    const currentLocation = this.place.location;
    const guard = this.guards.findLast(({ blocks }) =>
      blocks({ currentLocation, nextLocation: location, historyAction }),
    );
    guard?.tell({
      state: 'blocked',
      location,
      proceed: () => {
        guard.tell(UNBLOCKED);
        go();
      },
      reset: () => {
        guard.tell(UNBLOCKED);
      },
    });
    return guard !== undefined;
  }

  private placeOf(action: NavigationType): Place {
    return { location: this.history.location, action, keepsScroll: this.keepsScroll };
  }
}
