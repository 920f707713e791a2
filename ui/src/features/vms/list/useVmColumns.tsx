import { useMemo } from 'react';
import type { Vm } from '@/api/schema';
import type { ListColumn } from '@/components/list/column';
import { useContributed } from '@/contributions/context';
import { useAtOnce } from '@/contributions/useAtOnce';
import { Slot } from '@/contributions/Slot';
import { useLabel } from '@/contributions/texts';
import { versionOf } from '../version';

/** What names a VM, whatever else is shown of it. */
const NAME = 'name';
/** Where small graphs stand, once something contributes them. */
const LOAD = 'load';

/** The columns of the list of VMs: those of OBox and those that others contribute, each in a slot of its own. */
export function useVmColumns(): ListColumn<Vm>[] {
  const label = useLabel();
  const contributed = useContributed('vmColumns');
  const sparklines = useContributed('vmSparklines');
  useAtOnce(contributed);
  return useMemo(() => {
    const drawn = sparklines.map(({ by, item }) => label(by, item.label)).join(' · ');
    return contributed.map(({ by, item: { content: Content, label: key, ...column } }) => ({
      ...column,
      label: column.id === LOAD && drawn !== '' ? drawn : label(by, key),
      unlabelled: column.id === LOAD && drawn === '',
      always: column.id === NAME,
      cell: (vm) => (
        <Slot by={by} small resetOn={versionOf(vm)}>
          <Content vm={vm} />
        </Slot>
      ),
    }));
  }, [contributed, sparklines, label]);
}
