import type { Contribution, ContributionPoint, ContributionPoints, Ordered } from './contribution';

/** Something contributed, and who contributed it. */
export interface Contributed<T> {
  by: Contribution;
  item: T;
}

const USUAL_ORDER = 100;

/** What the page is made of at the moment. A change shows itself at once wherever it is used. */
export class Registry {
  private contributions: readonly Contribution[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly byPoint = new Map<ContributionPoint, readonly Contributed<unknown>[]>();

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
    const known = this.byPoint.get(point) ?? this.gather(point);
    this.byPoint.set(point, known);
    return known as readonly Contributed<ContributionPoints[P]>[];
  }

  /** Calls back after each change, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private gather(point: ContributionPoint): readonly Contributed<unknown>[] {
    return this.contributions
      .flatMap((by) => (by[point] ?? []).map((item: Ordered) => ({ by, item })))
      .sort((a, b) => orderOf(a.item) - orderOf(b.item));
  }

  private become(contributions: readonly Contribution[]): void {
    this.contributions = contributions;
    this.byPoint.clear();
    for (const listener of [...this.listeners]) listener();
  }
}

function orderOf(item: Ordered): number {
  return item.order ?? USUAL_ORDER;
}
