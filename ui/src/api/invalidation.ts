import type { QueryKey } from '@tanstack/react-query';

/**
 * What the event stream says: something changed or went away, and sometimes what it is now. With `since`, the values are
 * all in which `version` differs from that one.
 */
export interface ChangeEvent {
  /** The kind of the object: `vm`, `job`, or what a bundle has of its own. */
  type: string;
  id: string;
  action: 'changed' | 'removed';
  version?: number;
  since?: number;
  values?: Record<string, unknown>;
}

type FullChange = ChangeEvent & Required<Pick<ChangeEvent, 'values' | 'version' | 'since'>>;

export function parseChange(data: string): ChangeEvent | undefined {
  try {
    const event: unknown = JSON.parse(data);
    return isChange(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

function isChange(event: unknown): event is ChangeEvent {
  if (typeof event !== 'object' || event === null) return false;
  return 'type' in event && typeof event.type === 'string' && 'id' in event;
}

/** Whether it says all in which the object differs from a version that a reader may know. */
export function tellsAll(event: ChangeEvent): event is FullChange {
  const { action, values, version, since } = event;
  return action === 'changed' && !!values && version !== undefined && since !== undefined;
}

/**
 * Gathers stale keys for a moment and refreshes each once. The next round waits for the end of the one before,
 * so that a busy stream slows the page's requests down to what the server answers instead of piling them up.
 */
export class Invalidator {
  private readonly pending = new Map<string, QueryKey>();
  private readonly invalidate: (key: QueryKey) => Promise<void>;
  private readonly delayMillis: number;
  private running = false;

  constructor(invalidate: (key: QueryKey) => Promise<void>, delayMillis = 100) {
    this.invalidate = invalidate;
    this.delayMillis = delayMillis;
  }

  add(stale: QueryKey[]): void {
    for (const key of stale) this.pending.set(JSON.stringify(key), key);
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.pending.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, this.delayMillis));
      const round = [...this.pending.values()];
      this.pending.clear();
      await Promise.allSettled(round.map(this.invalidate));
    }
    this.running = false;
  }
}
