import { useTranslation } from 'react-i18next';
import type { SavedView } from '@/api/schema';
import { Icon, type IconName } from '@/components/icons';
import { useMe } from '@/domain/me';
import { cx } from '@/lib/cx';

export type ViewOrder = 'update' | 'discard' | 'save' | 'name' | 'delete';

const ICONS: Record<ViewOrder, IconName> = {
  update: 'check',
  discard: 'reset',
  save: 'add',
  name: 'edit',
  delete: 'trash',
};

/** What can be done with the view that is chosen, and with what the list shows at the moment. */
export function ViewOrders({
  view,
  changed,
  onOrder,
}: {
  view: SavedView | undefined;
  /** Whether the list shows something else than the view says. */
  changed: boolean;
  onOrder: (order: ViewOrder) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  // Their own, and as an administrator those that are shared.
  const mayChange = !!view && (view.owner.id === me.id || me.role === 'ADMIN');
  const orders: ViewOrder[] = [
    ...(changed && mayChange ? (['update'] as const) : []),
    ...(changed ? (['discard'] as const) : []),
    'save',
    ...(mayChange ? (['name', 'delete'] as const) : []),
  ];
  return (
    <div className="mt-1.5 border-t border-line pt-1.5">
      {orders.map((order) => (
        <button
          key={order}
          type="button"
          onClick={() => {
            onOrder(order);
          }}
          className={cx(
            'flex min-h-9 w-full items-center gap-2 rounded-md px-2.5 py-1.5 text-left hover:bg-hover focus-visible:bg-sunken',
            order === 'delete' && 'text-fail',
          )}
        >
          <Icon name={ICONS[order]} className="size-4 shrink-0" />
          <span className="min-w-0 truncate">
            {t(`views.order.${order}`, { name: view?.name ?? '' })}
          </span>
        </button>
      ))}
    </div>
  );
}
