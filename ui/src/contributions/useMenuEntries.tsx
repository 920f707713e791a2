import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { User } from '@/api/schema';
import type { MenuItem } from '@/components/Menu';
import { useMe } from '@/domain/me';
import type { MenuEntry } from './contribution';
import type { Contributed } from './registry';
import { Slot } from './Slot';
import { useLabel } from './texts';

interface Opened<Props> {
  entry: Contributed<MenuEntry<Props>>;
  props: Props;
}

/**
 * What is contributed to the menus of some kind of object. The dialog that an entry opens stands apart from the menu, and from the
 * row with it, which may go meanwhile.
 *
 * @param current the object of a page that shows one
 */
export function useMenuEntries<Props extends object>(
  entries: readonly Contributed<MenuEntry<Props>>[],
  current?: Props,
): { items: (props: Props) => MenuItem[]; dialog: ReactNode } {
  const { t } = useTranslation();
  const label = useLabel();
  const navigate = useNavigate();
  const me = useMe();
  const [opened, setOpened] = useState<Opened<Props> | undefined>(() => {
    const entry = current && entries.find(({ item }) => wasLeft(item, current, me));
    return entry && { entry, props: current };
  });

  const why = useCallback(
    ({ by, item }: Contributed<MenuEntry<Props>>, props: Props) => {
      try {
        const key = item.unavailable?.(props);
        return key && label(by, key);
      } catch {
        return t('contribution.fault', { name: by.name });
      }
    },
    [label, t],
  );
  const items = useCallback(
    (props: Props) =>
      entries.map((entry): MenuItem => {
        const { by, item } = entry;
        return {
          id: `${by.id} ${item.id}`,
          label: label(by, item.label),
          ...(item.icon && { icon: item.icon }),
          danger: item.harmful ?? false,
          unavailable: why(entry, props),
          run: () => {
            if ('to' in item) void navigate(item.to(props));
            else if ('run' in item) item.run(props);
            else setOpened({ entry, props });
          },
        };
      }),
    [entries, label, navigate, why],
  );
  return {
    items,
    dialog: opened && (
      <OpenedDialog
        {...opened}
        props={current ?? opened.props}
        onClose={() => {
          setOpened(undefined);
        }}
      />
    ),
  };
}

function wasLeft<Props>(item: MenuEntry<Props>, props: Props, user: User): boolean {
  try {
    return item.left?.(props, user) ?? false;
  } catch {
    return false;
  }
}

function OpenedDialog<Props extends object>({
  entry: { by, item },
  props,
  onClose,
}: Opened<Props> & { onClose: () => void }) {
  if (!('dialog' in item)) return null;
  const { dialog: Shown } = item;
  return (
    <Slot by={by}>
      <Shown {...props} onClose={onClose} />
    </Slot>
  );
}
