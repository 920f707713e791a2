import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import type { ListAddress } from './useListAddress';
import { countSelected, type Selection } from './useSelection';

/** What something is to be done to: these, or all that is searched for. */
export type Chosen =
  | { ids: readonly string[]; count: number }
  | { q: string | undefined; state: string | undefined; count: number };

/** How many are selected, and what can be done to them. It stays in sight. */
export function SelectionBar({
  selection: { selected, left, selectAll, clear },
  loaded,
  total,
  address: { q, state },
  children,
}: {
  selection: Selection;
  loaded: number;
  total: number | undefined;
  address: Pick<ListAddress, 'q' | 'state'>;
  children: (chosen: Chosen, clear: () => void) => ReactNode;
}) {
  const { t } = useTranslation();
  const count = countSelected(selected, total ?? loaded);
  if (count === 0 && left === 0) return null;
  const chosen: Chosen = selected.all ? { q, state, count } : { ids: [...selected.ids], count };
  const couldBeAll =
    count > 0 && !selected.all && total !== undefined && total > count && count >= loaded;
  return (
    <section
      data-foot
      aria-label={t('list.selection')}
      className="fixed inset-x-3 bottom-3 z-15 flex animate-enter flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border border-line-strong bg-raised px-4 py-2.5 shadow-raised md:right-8 md:bottom-5 md:left-auto md:max-w-[calc(100vw-4rem)]"
    >
      <p role="status" className="font-medium">
        {t('list.selected', { count })}
        {left > 0 && (
          <span className="ml-2 font-normal text-ink-soft">{t('list.left', { count: left })}</span>
        )}
      </p>
      {couldBeAll && (
        <Button look="ghost" onClick={selectAll}>
          {t('list.selectAll', { count: total })}
        </Button>
      )}
      <div className="order-last flex scroll-quiet items-center gap-1.5 overflow-x-auto p-0.5 max-md:w-full md:order-none md:flex-wrap">
        {children(chosen, clear)}
      </div>
      <Button look="ghost" className="ml-auto" onClick={clear}>
        {t('list.clearSelection')}
      </Button>
    </section>
  );
}
