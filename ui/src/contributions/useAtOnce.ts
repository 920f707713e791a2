import { use, useState } from 'react';
import { isLater } from './later';
import type { Contributed } from './registry';

/**
 * Waits, as a page does for its own script, until what is contributed to it can be drawn: it comes all at once then, and nothing
 * moves. What comes while the page is shown does not take it away, and what could not be loaded says so in its slot.
 */
export function useAtOnce(...points: readonly (readonly Contributed<{ content: object }>[])[]) {
  const [ready] = useState(() => allOf(points.flat().map(({ item }) => item.content)));
  if (ready) use(ready);
}

function allOf(components: readonly object[]): Promise<unknown> | undefined {
  const pending = components
    .filter(isLater)
    .map((component) => component.pending())
    .filter((promise) => promise !== undefined);
  return pending.length > 0 ? Promise.all(pending) : undefined;
}
