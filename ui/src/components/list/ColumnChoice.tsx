import { useTranslation } from 'react-i18next';
import { Icon } from '@/components/icons';
import type { ListColumn } from './column';
import { shownColumns, type ListLayout } from './layout';

/** Which columns are shown, and in which order. */
export function ColumnChoice<T>({
  columns,
  layout,
  onLayout,
}: {
  columns: readonly ListColumn<T>[];
  layout: ListLayout;
  onLayout: (changed: Partial<ListLayout>) => void;
}) {
  const { t } = useTranslation();
  const shown = shownColumns(columns, layout.columns);
  const ids = shown.map(({ id }) => id);
  const others = columns.filter(({ id }) => !ids.includes(id));
  const choose = (next: string[]) => {
    onLayout({ columns: next });
  };
  const move = (id: string, by: number) => {
    const at = ids.indexOf(id);
    const next = ids.filter((each) => each !== id);
    next.splice(at + by, 0, id);
    choose(next);
  };
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium text-ink-faint">{t('list.columns')}</legend>
      <ul>
        {[...shown, ...others].map((column) => {
          const at = ids.indexOf(column.id);
          return (
            <li key={column.id} className="flex h-9 items-center gap-2">
              <label className="flex min-w-0 flex-1 items-center gap-2.5">
                <input
                  type="checkbox"
                  checked={at >= 0}
                  disabled={column.always}
                  onChange={() => {
                    choose(at >= 0 ? ids.filter((id) => id !== column.id) : [...ids, column.id]);
                  }}
                  className="size-4"
                />
                <span className="truncate">{column.label}</span>
              </label>
              {at >= 0 && (
                <>
                  <Move
                    name="arrowUp"
                    label={t('list.moveUp', { name: column.label })}
                    unavailable={at === 0}
                    onClick={() => {
                      move(column.id, -1);
                    }}
                  />
                  <Move
                    name="arrowDown"
                    label={t('list.moveDown', { name: column.label })}
                    unavailable={at === ids.length - 1}
                    onClick={() => {
                      move(column.id, 1);
                    }}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {layout.columns && (
        <button
          type="button"
          onClick={() => {
            onLayout({ columns: undefined });
          }}
          className="mt-2 rounded-md text-sm text-ink-soft underline underline-offset-4 hover:text-ink"
        >
          {t('list.usualColumns')}
        </button>
      )}
    </fieldset>
  );
}

function Move({
  name,
  label,
  unavailable,
  onClick,
}: {
  name: 'arrowUp' | 'arrowDown';
  label: string;
  unavailable: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={unavailable || undefined}
      onClick={() => {
        if (!unavailable) onClick();
      }}
      className="inline-grid size-7 place-items-center rounded-md text-ink-faint hover:bg-sunken hover:text-ink aria-disabled:opacity-35"
    >
      <Icon name={name} className="size-4" />
    </button>
  );
}
