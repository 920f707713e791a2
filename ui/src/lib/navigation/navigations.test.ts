// @vitest-environment happy-dom
import type { Blocker } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { Navigations } from './navigations';

describe('navigations', () => {
  let navigations: Navigations;

  beforeEach(() => {
    window.history.replaceState(null, '', '/vms');
    navigations = new Navigations();
  });

  /** The page as it is told of where it is. */
  function listened(): string[] {
    const places: string[] = [];
    navigations.listen(({ location, action }) => {
      places.push(`${action} ${location.pathname}${location.search}`);
    });
    return places;
  }

  function held(when: () => boolean = () => true): Blocker[] {
    const told: Blocker[] = [];
    navigations.guard(when, (blocker) => told.push(blocker));
    return told;
  }

  it('tells of each way that the page goes', () => {
    const places = listened();
    navigations.push('/jobs?state=FAILED');
    navigations.replace('/hosts');
    expect(places).toEqual(['PUSH /jobs?state=FAILED', 'REPLACE /hosts']);
    expect(navigations.now.location.pathname).toBe('/hosts');
    expect(window.location.pathname).toBe('/hosts');
  });

  it('keeps the scroll for one navigation only', () => {
    navigations.listen(() => undefined);
    navigations.push('/vms?q=a', null, { preventScrollReset: true });
    expect(navigations.now.keepsScroll).toBe(true);
    navigations.push('/jobs');
    expect(navigations.now.keepsScroll).toBe(false);
  });

  it('goes nowhere while it is held back, and on when its reader says so', () => {
    const places = listened();
    const told = held();
    navigations.push('/jobs');
    expect(places).toEqual([]);
    expect(window.location.pathname).toBe('/vms');
    expect(told.at(-1)).toMatchObject({ state: 'blocked', location: { pathname: '/jobs' } });

    told.at(-1)?.proceed?.();
    expect(places).toEqual(['PUSH /jobs']);
    expect(told.at(-1)?.state).toBe('unblocked');
  });

  it('stays where its reader decides to stay', () => {
    const places = listened();
    const told = held();
    navigations.replace('/jobs');
    told.at(-1)?.reset?.();
    expect(places).toEqual([]);
    expect(told.at(-1)?.state).toBe('unblocked');
  });

  it('asks whoever came last', () => {
    const first = held();
    const last = held();
    navigations.push('/jobs');
    expect(first).toEqual([]);
    expect(last).toHaveLength(1);
  });

  it('lets everything pass when nobody holds it any more', () => {
    const places = listened();
    const leave = navigations.guard(
      () => true,
      () => undefined,
    );
    leave();
    navigations.push('/jobs');
    expect(places).toEqual(['PUSH /jobs']);
  });
});
