import type { Vm } from '@/api/schema';
import { TwoColumns } from '@/components/TwoColumns';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';
import { versionOf } from '../version';

/** What a VM is and does at the moment, as cards. */
export function VmOverview({ vm }: { vm: Vm }) {
  const cards = useContributed('vmCards');
  const inArea = (area: 'main' | 'side') => (
    <Contents
      of={cards.filter(({ item }) => item.area === area)}
      props={{ vm }}
      resetOn={versionOf(vm)}
    />
  );
  return <TwoColumns main={inArea('main')} side={inArea('side')} />;
}
