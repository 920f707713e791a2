import { describe, expect, it } from 'vitest';
import { differ, NO_SETTINGS, putSettings, settingsIn } from './settings';

const VIEW = { ...NO_SETTINGS, q: 'tag:prod', sort: '-createdAt', columns: 'name,host' };

describe('the settings of a list in its address', () => {
  it('are those of the view where the address says nothing', () => {
    expect(settingsIn(new URLSearchParams('view=1'), VIEW)).toEqual(VIEW);
  });

  it('can be none although the view has some', () => {
    const search = new URLSearchParams('view=1');
    putSettings(search, { q: '', state: 'RUNNING' }, VIEW);
    expect(search.toString()).toBe('view=1&q=&state=RUNNING');
    const changed = settingsIn(search, VIEW);
    expect(changed).toEqual({ ...VIEW, q: '', state: 'RUNNING' });
    expect(differ(changed, VIEW)).toBe(true);
  });

  it('leave it again where they are those of the view', () => {
    const search = new URLSearchParams('view=1&q=&sort=name');
    putSettings(search, { q: 'tag:prod', sort: '-createdAt' }, VIEW);
    expect(search.toString()).toBe('view=1');
    expect(differ(settingsIn(search, VIEW), VIEW)).toBe(false);
  });

  it('stand in it as they always did where there is no view', () => {
    const search = new URLSearchParams('q=web&state=RUNNING');
    putSettings(search, { state: '', sort: 'name' }, NO_SETTINGS);
    expect(search.toString()).toBe('q=web&sort=name');
  });
});
