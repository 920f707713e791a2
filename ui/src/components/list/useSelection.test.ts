import { describe, expect, it } from 'vitest';
import { countSelected, shownOf, toggled } from './useSelection';

const LOADED = ['a', 'b', 'c', 'd'];
const some = (...ids: string[]) => ({ all: false as const, ids: new Set(ids) });

describe('a selection', () => {
  it('has no row that the list does not show any more', () => {
    const selected = some('a', 'c');
    expect(shownOf(selected, ['b', 'c'])).toEqual(some('c'));
    expect(countSelected(shownOf(selected, []), 0)).toBe(0);
  });

  it('stays the same object while all its rows are there, so that nothing is drawn for it', () => {
    const selected = some('a', 'c');
    expect(shownOf(selected, LOADED)).toBe(selected);
  });

  it('of all that match has what comes and goes', () => {
    expect(shownOf({ all: true }, [])).toEqual({ all: true });
    expect(countSelected({ all: true }, 1000)).toBe(1000);
  });

  it('becomes what is loaded without one, where that one is taken out of all', () => {
    expect(toggled({ all: true }, LOADED, 'b')).toEqual(some('a', 'c', 'd'));
  });

  it('takes a range in either direction, and gives it back', () => {
    expect(toggled(some('d'), LOADED, 'b', 'd')).toEqual(some('d', 'c', 'b'));
    expect(toggled(some('a', 'b', 'c'), LOADED, 'c', 'b')).toEqual(some('a'));
  });
});
