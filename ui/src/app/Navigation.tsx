import { NavLink } from 'react-router';
import { Icon } from '@/components/icons';
import type { NavigationEntry } from '@/contributions/contribution';
import { useContributed } from '@/contributions/context';
import type { Contributed } from '@/contributions/registry';
import { Slot } from '@/contributions/Slot';
import { useLabel } from '@/contributions/texts';
import { useMe } from '@/domain/me';
import { cx } from '@/lib/cx';

const OTHER = 'other';

/**
 * The places of the product, in groups. A group without places that the reader may see is left out;
 * a place whose group nobody contributes stands among the others.
 */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const label = useLabel();
  const admin = useMe().role === 'ADMIN';
  const groups = useContributed('navigationGroups');
  const entries = useContributed('navigation').filter(
    ({ item }) => admin || item.access !== 'admin',
  );
  const known = new Set(groups.map(({ item }) => item.id));
  const groupOf = ({ item }: Contributed<NavigationEntry>) =>
    known.has(item.group) ? item.group : OTHER;
  return groups.map(({ by, item: group }) => {
    const inGroup = entries.filter((entry) => groupOf(entry) === group.id);
    if (inGroup.length === 0) return null;
    return (
      <div key={group.id} className="mb-5">
        <h2 className="mb-1 px-3 text-xs font-medium text-ink-faint">{label(by, group.label)}</h2>
        <ul className="space-y-0.5">
          {inGroup.map((entry) => (
            <li key={entry.item.to}>
              <Slot by={entry.by} small>
                <Place entry={entry} {...(onNavigate && { onNavigate })} />
              </Slot>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function Place({
  entry: { by, item },
  onNavigate,
}: {
  entry: Contributed<NavigationEntry>;
  onNavigate?: () => void;
}) {
  const label = useLabel();
  return (
    <NavLink
      to={item.to}
      onClick={onNavigate}
      className={({ isActive }) =>
        cx(
          'flex h-9 items-center gap-2.5 rounded-control px-3 transition-colors',
          isActive
            ? 'bg-surface font-medium text-ink shadow-control ring-1 ring-line'
            : 'text-ink-soft hover:bg-sunken hover:text-ink',
        )
      }
    >
      <Icon name={item.icon} className="size-4.5" />
      {label(by, item.label)}
    </NavLink>
  );
}
