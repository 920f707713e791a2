import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { usePopover } from '@/components/usePopover';
import type { ListColumn } from './column';
import { ColumnChoice } from './ColumnChoice';
import type { Density, ListLayout } from './layout';

/** A button with what can be chosen about the look of a list: columns and their order, how high rows are, the order of rows. */
export function LayoutPanel<T>({
  columns,
  layout,
  onLayout,
  sort,
  onSort,
}: {
  columns: readonly ListColumn<T>[];
  layout: ListLayout;
  onLayout: (changed: Partial<ListLayout>) => void;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { anchor, panel, open, show, hide } = usePopover<HTMLButtonElement, HTMLDivElement>();
  return (
    <>
      <IconButton
        ref={anchor}
        icon="columns"
        label={t('list.layout')}
        aria-expanded={open}
        onClick={open ? hide : show}
        className="size-9 border border-line-strong bg-surface shadow-control"
      />
      {open && (
        <div
          ref={panel}
          popover="auto"
          role="dialog"
          aria-label={t('list.layout')}
          className="fixed m-0 max-h-[80dvh] w-72 overflow-y-auto rounded-panel border border-line bg-raised p-4 text-ink shadow-raised"
        >
          <Densities density={layout.density} onLayout={onLayout} />
          <SortChoice columns={columns} sort={sort} onSort={onSort} />
          <ColumnChoice columns={columns} layout={layout} onLayout={onLayout} />
        </div>
      )}
    </>
  );
}

function Densities({
  density,
  onLayout,
}: {
  density: Density;
  onLayout: (changed: Partial<ListLayout>) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="mb-4 hidden md:block">
      <legend className="mb-1.5 text-sm font-medium text-ink-faint">{t('list.rows')}</legend>
      <div className="flex gap-4">
        {(['comfortable', 'compact'] as const).map((each) => (
          <label key={each} className="flex items-center gap-2">
            <input
              type="radio"
              name="density"
              checked={density === each}
              onChange={() => {
                onLayout({ density: each });
              }}
              className="size-4"
            />
            {t(`list.density.${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** On a small screen the heads of the columns, which sort, are not in sight. */
function SortChoice<T>({
  columns,
  sort,
  onSort,
}: {
  columns: readonly ListColumn<T>[];
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const sortable = columns.flatMap(({ sort: key, label }) => (key ? { key, label } : []));
  if (sortable.length === 0) return null;
  return (
    <label className="mb-4 block md:hidden">
      <span className="mb-1.5 block text-sm font-medium text-ink-faint">{t('list.sort')}</span>
      <select
        value={sort ?? ''}
        onChange={(event) => {
          onSort(event.target.value === '' ? undefined : event.target.value);
        }}
        className="h-10 w-full control px-2"
      >
        <option value="">{t('list.usualOrder')}</option>
        {sortable.flatMap(({ key, label }) => [
          <option key={key} value={key}>{`${label} ↑`}</option>,
          <option key={`-${key}`} value={`-${key}`}>{`${label} ↓`}</option>,
        ])}
      </select>
    </label>
  );
}
