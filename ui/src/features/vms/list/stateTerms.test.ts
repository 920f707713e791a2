import { describe, expect, it, vi } from 'vitest';
import { NO_SETTINGS } from '@/components/list/settings';
import type { ListAddress } from '@/components/list/useListAddress';
import { hasStateTerm, withOneState, withoutStateTerms } from './stateTerms';

const set = vi.fn();
const address = (q: string): ListAddress => ({
  text: q,
  q,
  state: 'STOPPED',
  sort: undefined,
  active: true,
  settings: NO_SETTINGS,
  view: undefined,
  setText: () => undefined,
  setState: () => undefined,
  setSort: () => undefined,
  set,
  clear: () => undefined,
});

describe('a search that says which states are meant', () => {
  it('is known by its terms, not by its words', () => {
    expect(hasStateTerm('web -state:running')).toBe(true);
    expect(hasStateTerm('state "state:x"')).toBe(false);
    expect(withoutStateTerms('web state:running tag:"a b"')).toBe('web tag:"a b"');
  });

  it('has no chip beside it', () => {
    expect(withOneState(address('web')).state).toBe('STOPPED');
    expect(withOneState(address('web state:running')).state).toBeUndefined();
  });

  it('gives way to a chip that is chosen', () => {
    withOneState(address('web state:running')).setState('PAUSED');
    expect(set).toHaveBeenCalledWith({ q: 'web', state: 'PAUSED' });
  });
});
