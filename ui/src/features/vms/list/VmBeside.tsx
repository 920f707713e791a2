import type { Vm } from '@/api/schema';
import { VmFacts } from '../detail/VmFacts';
import { VmStatePill } from '@/domain/VmStatePill';
import { Whereabouts } from '../Whereabouts';

/** A VM beside the list: what it does, how to reach it, what it is. */
export function VmBeside({ vm }: { vm: Vm }) {
  return (
    <div className="space-y-4 p-4">
      <div className="flex flex-wrap items-center gap-3">
        <VmStatePill state={vm.state} />
        <Whereabouts vm={vm} />
      </div>
      <VmFacts vm={vm} />
    </div>
  );
}
