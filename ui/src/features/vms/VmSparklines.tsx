import type { Vm } from '@/api/schema';
import { useContributed } from '@/contributions/context';
import { Slot } from '@/contributions/Slot';
import { versionOf } from './version';

/** So many stand beside each other; the list has room for them before there are any. */
const MOST = 2;
const WIDTH_PIXELS = 60;
const HEIGHT_PIXELS = 28;
const GAP_PIXELS = 8;
const PADDING_PIXELS = 24;

/** Of the column, with what is left free at its sides. */
export const SPARKLINES_PIXELS = MOST * WIDTH_PIXELS + (MOST - 1) * GAP_PIXELS + PADDING_PIXELS;

/** The small graphs of a row, each in a box of its own that is as large before it is drawn. */
export function VmSparklines({ vm }: { vm: Vm }) {
  const contributed = useContributed('vmSparklines').slice(0, MOST);
  if (contributed.length === 0) return null;
  return (
    <div className="flex" style={{ gap: GAP_PIXELS }}>
      {contributed.map(({ by, item: { id, content: Sparkline } }) => (
        <div
          key={`${by.id} ${id}`}
          className="shrink-0 overflow-hidden"
          style={{ width: WIDTH_PIXELS, height: HEIGHT_PIXELS }}
        >
          <Slot by={by} small resetOn={versionOf(vm)}>
            <Sparkline vm={vm} />
          </Slot>
        </div>
      ))}
    </div>
  );
}
