import { NavLink } from 'react-router';
import { cx } from '@/lib/cx';
import type { Tab } from './contribution';
import { useLoadedModules } from './loaded';
import type { Contributed } from './registry';
import { Slot } from './Slot';
import { useLabel } from './texts';

interface Views<Props extends object> {
  tabs: readonly Contributed<Tab<Props>>[];
  /** The id of a tab. */
  chosen: string;
}

function shownOf<Props extends object>({ tabs, chosen }: Views<Props>) {
  return tabs.find(({ item }) => item.id === chosen);
}

/** The views of one object, each with an address under the object's. A single one needs no bar to choose from. */
export function TabBar<Props extends object>({
  label,
  path,
  tabs,
  chosen,
}: Views<Props> & {
  label: string;
  /** The address of the object. */
  path: string;
}) {
  const text = useLabel();
  const { settled } = useLoadedModules();
  const shown = shownOf({ tabs, chosen });
  if (tabs.length < 2 && (shown || !settled)) return null;
  return (
    // The room around is for the focus, which what scrolls would cut off.
    <nav aria-label={label} className="-mx-1 -mb-px scroll-quiet overflow-x-auto px-1 pt-1">
      <ul className="flex w-max gap-5">
        {tabs.map(({ by, item }) => (
          <li key={item.id}>
            <NavLink
              end
              preventScrollReset
              to={item.id === '' ? path : `${path}/${item.id}`}
              className={({ isActive }) =>
                cx(
                  'flex h-9 items-center border-b-2 transition-colors focus-visible:-outline-offset-2',
                  isActive
                    ? 'border-ink font-medium text-ink'
                    : 'border-transparent text-ink-soft hover:text-ink',
                )
              }
            >
              {text(by, item.label)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The view that was chosen. */
export function TabContent<Props extends object>({
  tabs,
  chosen,
  props,
  resetOn,
  missing,
}: Views<Props> & {
  props: Props;
  resetOn?: string | number;
  /** Where there is no tab of this id. */
  missing: React.ReactNode;
}) {
  const { settled } = useLoadedModules();
  const shown = shownOf({ tabs, chosen });
  if (!shown) return settled && missing;
  return (
    <Slot key={`${shown.by.id} ${shown.item.id}`} by={shown.by} resetOn={resetOn}>
      <shown.item.content {...props} />
    </Slot>
  );
}
