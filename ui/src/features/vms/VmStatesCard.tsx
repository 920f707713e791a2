import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VmState } from '@/api/schema';
import { CardState } from '@/components/CardState';
import { Glyph } from '@/components/Glyph';
import { Panel } from '@/components/Panel';
import { cx } from '@/lib/cx';
import { VM_STATES } from '@/domain/vmStates';
import { useVmCounts } from './useVmCounts';

const ALL_STATES = Object.keys(VM_STATES) as VmState[];

const COLOURS = {
  live: { text: 'text-live', bar: 'bg-light' },
  busy: { text: 'text-busy', bar: 'bg-busy' },
  quiet: { text: 'text-ink-faint', bar: 'bg-line-strong' },
  warn: { text: 'text-warn', bar: 'bg-warn' },
  fail: { text: 'text-fail', bar: 'bg-fail' },
};

/** How many VMs there are in which state. */
export function VmStatesCard() {
  const { t } = useTranslation();
  const counts = useVmCounts();
  return (
    <Panel title={t('vm.list.title')}>
      <CardState query={counts} height="h-28">
        {({ states }) => (
          <States states={ALL_STATES.map((state) => ({ state, count: states[state] ?? 0 }))} />
        )}
      </CardState>
    </Panel>
  );
}

function States({ states }: { states: { state: VmState; count: number }[] }) {
  const { t } = useTranslation();
  const total = states.reduce((sum, { count }) => sum + count, 0);
  const there = states.filter(({ state, count }) => count > 0 || state === 'RUNNING');
  return (
    <div className="p-5">
      <div
        className="mb-4 flex h-3 gap-0.5 overflow-hidden rounded-full bg-line"
        aria-hidden="true"
      >
        {there.map(({ state, count }) => (
          <div
            key={state}
            style={{ flexGrow: count }}
            className={COLOURS[VM_STATES[state].tone].bar}
          />
        ))}
      </div>
      <ul className="-mx-2 grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-1">
        <li>
          <Count to="/vms" count={total} text={t('overview.allVms')} />
        </li>
        {there.map(({ state, count }) => (
          <li key={state}>
            <Count
              to={`/vms?state=${state}`}
              count={count}
              text={t(`vm.state.${state}`)}
              sign={
                <Glyph
                  shape={VM_STATES[state].shape}
                  className={cx('size-4', COLOURS[VM_STATES[state].tone].text)}
                />
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Count({
  to,
  count,
  text,
  sign,
}: {
  to: string;
  count: number;
  text: string;
  sign?: ReactNode;
}) {
  const { i18n } = useTranslation();
  return (
    <Link to={to} className="block rounded-control px-2 py-1.5 transition-colors hover:bg-hover">
      <span className="block text-xl font-semibold tracking-tight">
        {count.toLocaleString(i18n.language)}
      </span>
      <span className="flex items-center gap-1.5 text-sm text-ink-soft">
        {sign}
        {text}
      </span>
    </Link>
  );
}
