import { use, useEffect, useEffectEvent, useState } from 'react';
import type { Blocker, BlockerFunction } from 'react-router';
import { NavigationsContext } from './context';
import { UNBLOCKED } from './navigations';

/** Holds navigations back, as the hook of this name in React Router does. That one needs its routers that load data. */
export function useBlocker(shouldBlock: boolean | BlockerFunction): Blocker {
  const navigations = use(NavigationsContext);
  const [blocker, setBlocker] = useState(UNBLOCKED);
  const blocks = useEffectEvent<BlockerFunction>((args) =>
    typeof shouldBlock === 'function' ? shouldBlock(args) : shouldBlock,
  );
  useEffect(() => navigations?.guard((args) => blocks(args), setBlocker), [navigations]);
  return blocker;
}
