import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { tabStorage } from './tabStorage';
import { useDraft, type Draft } from './useDraft';

interface Form {
  name: string;
  keys: string;
}

it('keeps what is typed between a click and what comes of it later', () => {
  const drawn: Draft<Form>[] = [];
  function Shown() {
    drawn.push(useDraft<Form>('test', { name: '', keys: '' }));
    return null;
  }
  renderToStaticMarkup(<Shown />);
  const [atClick] = drawn;

  atClick?.set({ name: 'web', keys: 'typed' });
  atClick?.set(({ keys }) => ({ keys: `${keys} made` }));

  const kept: unknown = JSON.parse(tabStorage.get('draft.test') ?? '');
  expect(kept).toEqual({ name: 'web', keys: 'typed made' });
});
