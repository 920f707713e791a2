import type { ContributedModule } from '@/api/schema';
import type { ModuleFault, Modules } from './modules';

const PAUSE_MILLIS = 5_000;
const LONGEST_PAUSE_MILLIS = 300_000;

/**
 * Loads these modules, and tries those again that can't be loaded, ever more seldom.
 *
 * @param tell hears of each attempt what could not be loaded
 * @returns ends it: nothing is tried nor told from then on
 */
export function keepLoaded(
  modules: Modules,
  wanted: readonly ContributedModule[],
  tell: (faults: readonly ModuleFault[]) => void,
): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = async (number: number) => {
    const faults = await modules.become(wanted, number);
    if (ended) return;
    tell(faults);
    if (!faults.some(({ passing }) => passing)) return;
    const pause = Math.min(PAUSE_MILLIS * 2 ** number, LONGEST_PAUSE_MILLIS);
    timer = setTimeout(() => void attempt(number + 1), pause);
  };
  void attempt(0);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
