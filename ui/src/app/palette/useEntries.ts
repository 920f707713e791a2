import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { ProblemError } from '@/api/problem';
import type { VmPage } from '@/api/schema';
import { useContributed } from '@/contributions/context';
import { useLabel } from '@/contributions/texts';
import { useMe } from '@/domain/me';
import { matching, recentFirst, recentOf, type Entry } from './entries';

const TYPING_PAUSE_MILLIS = 120;
const MOST_MACHINES = 8;
const MOST_RECENT = 5;

interface Found {
  entries: Entry[];
  /** Whether machines are still being looked for. */
  searching: boolean;
  /** Why none could be looked for. */
  error: Error | null;
}

/** What is offered for a text: what was chosen last, the places and the actions that fit it, and machines that the server finds. */
export function useEntries(text: string): Found {
  const me = useMe();
  const [recent] = useState(() => recentOf(me.id));
  const known = useKnown();
  const { machines, searching, error } = useMachines(text);
  const ids = recent.map(({ id }) => id);
  if (text.trim() !== '') {
    const fitting = recentFirst(matching(known, text), ids);
    return {
      entries: [
        ...fitting.filter(({ group }) => group === 'pages'),
        ...fitting.filter(({ group }) => group === 'actions'),
        ...recentFirst(machines, ids),
      ],
      searching,
      error,
    };
  }
  const again = recent
    .map(({ id, label, to }): Entry | undefined =>
      label && to
        ? { id, group: 'recent', icon: 'vms', label, way: { to } }
        : known.find((entry) => entry.id === id),
    )
    .filter((entry) => entry !== undefined)
    .slice(0, MOST_RECENT)
    .map((entry): Entry => ({ ...entry, group: 'recent' }));
  const others = known.filter(({ id }) => !again.some((entry) => entry.id === id));
  return { entries: [...again, ...others], searching: false, error: null };
}

/** The places and the actions, as they are contributed. */
function useKnown(): Entry[] {
  const label = useLabel();
  const admin = useMe().role === 'ADMIN';
  const places = useContributed('navigation')
    .filter(({ item }) => admin || item.access !== 'admin')
    .map(({ by, item }): Entry => ({
      id: `page ${item.to}`,
      group: 'pages',
      icon: item.icon,
      label: label(by, item.label),
      way: { to: item.to },
    }));
  const actions = useContributed('commands').map(({ by, item }): Entry => ({
    id: `action ${item.id}`,
    group: 'actions',
    icon: item.icon ?? 'chevron',
    label: label(by, item.label),
    way: 'to' in item ? { to: item.to } : { run: item.run },
  }));
  return [...places, ...actions];
}

function useMachines(text: string) {
  const { t } = useTranslation();
  const wanted = useSettled(text.trim());
  const found = useQuery({
    queryKey: ['vms', 'found', wanted],
    queryFn: ({ signal }) =>
      api.get<VmPage>('/api/vms', { query: { q: wanted, limit: MOST_MACHINES }, signal }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
    // A search that is only half typed may be refused.
    retry: false,
  });
  const searching = wanted !== text.trim() || found.isFetching;
  const items = text.trim() === '' || found.isError ? [] : (found.data?.items ?? []);
  const machines = items.map((vm): Entry => ({
    id: `vm ${vm.id}`,
    group: 'machines',
    icon: 'vms',
    label: vm.name,
    aside: [t(`vm.state.${vm.state}`), vm.addresses[0]].filter(Boolean).join(' · '),
    way: { to: `/vms/${vm.id}` },
  }));
  const stale = wanted !== text.trim() || found.isPlaceholderData;
  return {
    // Of what another text has found only that is offered which fits this one too.
    machines: stale ? matching(machines, text) : machines,
    searching,
    error: searching || isHalfTyped(found.error) ? null : found.error,
  };
}

/** A search that the server does not understand finds nothing, yet. */
function isHalfTyped(error: Error | null): boolean {
  return error instanceof ProblemError && error.fieldErrors.length > 0;
}

/** A text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, TYPING_PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
