import type { Contribution, ContributionPoint, ContributionPoints, Ordered } from './contribution';
import { identityOf, POINTS } from './identity';

/** Something contributed, and who contributed it. */
export interface Contributed<T> {
  by: Contribution;
  item: T;
}

/** Something that is not shown, because another one has its id, or its address, at the same point. */
export interface Clash {
  by: Contribution;
  point: ContributionPoint;
  identity: string;
  owner: Contribution;
}

interface Gathered {
  shown: readonly Contributed<unknown>[];
  clashes: readonly Clash[];
}

const USUAL_ORDER = 100;

/** What the page is made of at the moment. A change shows itself at once wherever it is used. */
export class Registry {
  private contributions: readonly Contribution[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly byPoint = new Map<ContributionPoint, Gathered>();
  private clashing: readonly Clash[] | undefined;

  constructor(own: readonly Contribution[] = []) {
    own.forEach((contribution) => {
      this.add(contribution);
    });
  }

  /** Adds a contribution, in the place of the one with the same id where there is one. */
  add(contribution: Contribution): void {
    const known = this.contributions.some(({ id }) => id === contribution.id);
    this.become(
      known
        ? this.contributions.map((old) => (old.id === contribution.id ? contribution : old))
        : [...this.contributions, contribution],
    );
  }

  remove(id: string): void {
    this.become(this.contributions.filter((contribution) => contribution.id !== id));
  }

  /** What there is at a point, in its order. The same array as long as nothing changes. */
  at<P extends ContributionPoint>(point: P): readonly Contributed<ContributionPoints[P]>[] {
    return this.gathered(point).shown as readonly Contributed<ContributionPoints[P]>[];
  }

  /** What is not shown. The same array as long as nothing changes. */
  readonly clashes = (): readonly Clash[] => {
    this.clashing ??= POINTS.flatMap((point) => this.gathered(point).clashes);
    return this.clashing;
  };

  /** Calls back after each change, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private gathered(point: ContributionPoint): Gathered {
    const known = this.byPoint.get(point) ?? this.gather(point);
    this.byPoint.set(point, known);
    return known;
  }

  /** Whoever came first keeps what is theirs, wherever another one wants to stand: OBox itself above all. */
  private gather(point: ContributionPoint): Gathered {
    const owners = new Map<string, Contribution>();
    const shown: Contributed<unknown>[] = [];
    const clashes: Clash[] = [];
    for (const by of this.contributions) {
      for (const item of by[point] ?? []) {
        const identity = identityOf(point, item);
        const owner = identity === undefined ? undefined : owners.get(identity);
        if (identity !== undefined && owner) {
          clashes.push({ by, point, identity, owner });
        } else {
          if (identity !== undefined) owners.set(identity, by);
          shown.push({ by, item });
        }
      }
    }
    shown.sort((a, b) => orderOf(a.item as Ordered) - orderOf(b.item as Ordered));
    return { shown, clashes };
  }

  private become(contributions: readonly Contribution[]): void {
    this.contributions = contributions;
    this.byPoint.clear();
    this.clashing = undefined;
    for (const listener of [...this.listeners]) listener();
  }
}

function orderOf(item: Ordered): number {
  return item.order ?? USUAL_ORDER;
}
