import type { Content } from './contribution';
import type { Contributed } from './registry';
import { Slot } from './Slot';

/** All that is contributed to one place, each in a slot of its own. */
export function Contents<Props extends object>({
  of,
  props,
  resetOn,
}: {
  of: readonly Contributed<Content<Props>>[];
  props: Props;
  resetOn?: string | number;
}) {
  return of.map(({ by, item: { id, content: Shown } }) => (
    <Slot key={`${by.id} ${id}`} by={by} resetOn={resetOn}>
      <Shown {...props} />
    </Slot>
  ));
}
