import { NavLink } from 'react-router';
import { cx } from '@/lib/cx';
import type { Tab } from './contribution';
import { useLoadedModules } from './loaded';
import type { Contributed } from './registry';
import { Slot } from './Slot';
import { useLabel } from './texts';

/** The views of one object, each with an address under the object's. A single one needs no bar to choose from. */
export function Tabs<Props extends object>({
  label,
  path,
  tabs,
  chosen,
  props,
  resetOn,
  missing,
}: {
  label: string;
  /** The address of the object. */
  path: string;
  tabs: readonly Contributed<Tab<Props>>[];
  /** The id of a tab. */
  chosen: string;
  props: Props;
  resetOn?: string | number;
  /** Where there is no tab of this id. */
  missing: React.ReactNode;
}) {
  const text = useLabel();
  const { settled } = useLoadedModules();
  const shown = tabs.find(({ item }) => item.id === chosen);
  return (
    <>
      {(tabs.length > 1 || (settled && !shown)) && (
        <nav aria-label={label} className="mb-6 scroll-quiet overflow-x-auto border-b border-line">
          <ul className="flex w-max gap-5">
            {tabs.map(({ by, item }) => (
              <li key={item.id}>
                <NavLink
                  end
                  to={item.id === '' ? path : `${path}/${item.id}`}
                  className={({ isActive }) =>
                    cx(
                      '-mb-px flex h-10 items-center border-b-2 transition-colors',
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
      )}
      {shown ? (
        <Slot key={`${shown.by.id} ${shown.item.id}`} by={shown.by} resetOn={resetOn}>
          <shown.item.content {...props} />
        </Slot>
      ) : (
        settled && missing
      )}
    </>
  );
}
