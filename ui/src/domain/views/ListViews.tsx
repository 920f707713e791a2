import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { SavedView } from '@/api/schema';
import { Icon } from '@/components/icons';
import type { ListLayout } from '@/components/list/layout';
import { differ } from '@/components/list/settings';
import type { ListAddress } from '@/components/list/useListAddress';
import { useToast } from '@/components/toasts';
import { usePopover } from '@/components/usePopover';
import { useProblemText } from '@/components/useProblemText';
import { DeleteView } from './DeleteView';
import { NameView } from './NameView';
import { useChangeView } from './queries';
import { VIEW, type ChosenView } from './useChosenView';
import { ViewChoice } from './ViewChoice';
import { ViewOrders, type ViewOrder } from './ViewOrders';
import { seenAs } from './viewSettings';

/** The views of a list: which one is chosen, whether the list shows something else by now, and what can be done about that. */
export function ListViews({
  list,
  all,
  chosen: { view },
  address,
  layout,
}: {
  list: string;
  /** What the list is called where no view is chosen. */
  all: string;
  chosen: ChosenView;
  address: ListAddress;
  layout: ListLayout;
}) {
  const { t } = useTranslation();
  const { anchor, panel, open, show, hide } = usePopover<HTMLButtonElement, HTMLDivElement>();
  const [asking, setAsking] = useState<{ order: ViewOrder; view: SavedView | undefined }>();
  const [, setSearch] = useSearchParams();
  const changed = !!address.view && differ(address.settings, address.view);
  const seen = seenAs(address.settings, layout);
  const update = useUpdate();
  const close = () => {
    setAsking(undefined);
  };
  const order = (given: ViewOrder) => {
    hide();
    if (given === 'discard' && view) setSearch({ [VIEW]: view.id });
    else if (given === 'update' && view) update(view, seen);
    else setAsking({ order: given, view });
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={view ? t('views.chosen', { name: view.name }) : t('views.title')}
        onClick={open ? hide : show}
        className="inline-flex h-8 max-w-64 min-w-0 items-center gap-1.5 rounded-control border border-line-strong bg-surface px-2.5 shadow-control transition-colors hover:bg-hover aria-expanded:bg-sunken"
      >
        <Icon name="bookmark" className="size-4 text-ink-faint" />
        <span className="truncate">{view?.name ?? t('views.title')}</span>
        <Icon name="chevron" className="size-4 rotate-90 text-ink-faint" />
      </button>
      {changed && (
        <span className="rounded-full bg-warn-tint px-2 py-0.5 text-sm text-warn">
          {t('views.changed')}
        </span>
      )}
      {open && (
        <div
          ref={panel}
          popover="auto"
          role="dialog"
          aria-label={t('views.title')}
          className="fixed m-0 max-h-[80dvh] w-72 overflow-y-auto rounded-panel border border-line bg-raised p-1.5 text-ink shadow-raised"
        >
          <ViewChoice list={list} all={all} view={view} onChosen={hide} />
          <ViewOrders view={view} changed={changed} onOrder={order} />
        </div>
      )}
      {asking?.order === 'save' && <NameView list={list} seen={seen} onClose={close} />}
      {asking?.order === 'name' && <NameView list={list} view={asking.view} onClose={close} />}
      {asking?.order === 'delete' && asking.view && (
        <DeleteView view={asking.view} onClose={close} />
      )}
    </>
  );
}

/** Keeps in a view what the list shows. Nothing is asked before, and nothing is open while it happens. */
function useUpdate() {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const [, setSearch] = useSearchParams();
  const { mutate } = useChangeView();
  return (view: SavedView, patch: ReturnType<typeof seenAs>) => {
    mutate(
      { seen: view, patch },
      {
        onSuccess: () => {
          setSearch({ [VIEW]: view.id });
          say(t('views.saved', { name: view.name }));
        },
        onError: (error) => {
          say(problemText(error), 'fail');
        },
      },
    );
  };
}
