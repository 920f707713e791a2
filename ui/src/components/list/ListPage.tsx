import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { KeyHelp } from './KeyHelp';
import { useListLayout, useShownColumns } from './layout';
import { ListSheet } from './ListSheet';
import { ListTable } from './ListTable';
import { ListToolbar } from './ListToolbar';
import type { ListParts } from './parts';
import { SelectionBar } from './SelectionBar';
import { SidePanel } from './SidePanel';
import { countSelected, useSelection } from './useSelection';
import { useListKeys } from './useListKeys';

const WIDE = '(width >= 80rem)';

/** A page that lists things: search, states, order, columns, selection, what is done to many, facts at the side, keys. */
export function ListPage<T extends { id: string }>(parts: ListParts<T>) {
  const { id, title, columns, rows, address, nameOf, pathOf, menu, panel, bulk } = parts;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const { layout, change } = useListLayout(id, address);
  const shown = useShownColumns(columns, layout.columns);
  const items = useMemo(() => rows.data ?? [], [rows.data]);
  const ids = useMemo(() => items.map((row) => row.id), [items]);
  const total = parts.total ?? (rows.hasNextPage ? undefined : items.length);
  const selection = useSelection(ids, `${address.q ?? ''} ${address.state ?? ''}`);
  const [activeId, setActiveId] = useState<string>();
  const [beside, setBeside] = useState(false);
  const active = activeId === undefined ? -1 : ids.indexOf(activeId);
  const activeRow = items[active];

  const { table, helping, closeHelp } = useListKeys({
    ids,
    active,
    onActive: setActiveId,
    search: parts.search && search,
    select: bulk && selection.toggle,
    open: pathOf && activeRow && (() => void navigate(pathOf(activeRow))),
    panel:
      panel &&
      (() => {
        setBeside(!beside);
      }),
  });

  const hasPanel = !!panel;
  const onActive = useCallback(
    (row: string, how: 'click' | 'focus') => {
      setActiveId(row);
      if (how === 'click' && hasPanel && window.matchMedia(WIDE).matches) setBeside(true);
    },
    [hasPanel],
  );
  const rowParts = useMemo(() => ({ nameOf, menu }), [nameOf, menu]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = rows;
  const more = useMemo(
    () => (hasNextPage && !isFetchingNextPage ? () => void fetchNextPage?.() : undefined),
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );

  return (
    <div
      data-wide
      className={countSelected(selection.selected, 1) + selection.left > 0 ? 'pb-24' : undefined}
    >
      <PageHeader title={title} aside={parts.views?.(layout)} actions={parts.actions} />
      {parts.about && <p className="mb-4 max-w-2xl text-pretty text-ink-soft">{parts.about}</p>}
      <ListToolbar parts={parts} layout={layout} onLayout={change} search={search} />
      <p role="status" className="sr-only">
        {rows.data && total !== undefined && t('list.count', { count: total })}
      </p>
      {parts.notices}
      {bulk && (
        <SelectionBar selection={selection} loaded={items.length} total={total} address={address}>
          {bulk}
        </SelectionBar>
      )}
      <div
        className={
          beside && activeRow ? 'xl:grid xl:grid-cols-[minmax(0,1fr)_22rem] xl:gap-5' : undefined
        }
      >
        <div ref={table} className="@container min-w-0">
          <ListSheet
            rows={rows}
            error={(error) => (
              <LoadError error={error} title={parts.failed} onRetry={() => void rows.refetch()} />
            )}
            empty={address.active ? parts.none : parts.empty}
          >
            {(loaded) => (
              <ListTable
                label={title}
                columns={shown}
                rows={loaded}
                total={total}
                density={layout.density}
                sort={address.sort}
                onSort={address.setSort}
                selection={bulk && selection}
                active={active}
                onActive={onActive}
                parts={rowParts}
                more={more}
              />
            )}
          </ListSheet>
        </div>
        {beside && activeRow && panel && (
          <SidePanel
            title={nameOf(activeRow)}
            to={pathOf?.(activeRow)}
            onClose={() => {
              setBeside(false);
            }}
          >
            {panel(activeRow)}
          </SidePanel>
        )}
      </div>
      {helping && (
        <KeyHelp
          without={[
            ...(parts.search ? [] : ['/']),
            ...(bulk ? [] : ['x']),
            ...(pathOf ? [] : ['Enter']),
            ...(panel ? [] : ['i']),
          ]}
          onClose={closeHelp}
        />
      )}
    </div>
  );
}
