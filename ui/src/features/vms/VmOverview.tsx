import type { Vm } from '@/api/schema';
import { TwoColumns } from '@/components/TwoColumns';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';
import { versionOf } from './version';
import { VmPower } from './VmPower';

/** What a VM is and does at the moment, as cards. */
export function VmOverview({ vm }: { vm: Vm }) {
  const cards = useContributed('vmCards');
  return (
    <div className="space-y-6">
      <VmPower vm={vm} />
      <TwoColumns
        main={
          <Contents
            of={cards.filter(({ item }) => item.area === 'main')}
            props={{ vm }}
            resetOn={versionOf(vm)}
          />
        }
        side={
          <Contents
            of={cards.filter(({ item }) => item.area === 'side')}
            props={{ vm }}
            resetOn={versionOf(vm)}
          />
        }
      />
    </div>
  );
}
