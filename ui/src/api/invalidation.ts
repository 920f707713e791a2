import type { QueryKey } from '@tanstack/react-query';
import { keys } from './keys';

/**
 * What the event stream says: something changed or went away, and sometimes what it is now. With `since`, the values are
 * all in which `version` differs from that one.
 */
export interface ChangeEvent {
  type: 'vm' | 'job' | 'host' | 'image';
  id: string;
  action: 'changed' | 'removed';
  version?: number;
  since?: number;
  values?: Record<string, unknown>;
}

const TYPES: readonly string[] = ['vm', 'job', 'host', 'image'] satisfies ChangeEvent['type'][];

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
  return 'type' in event && TYPES.includes(String(event.type)) && 'id' in event;
}

/** The cached answers that an event makes doubtful. */
export function staleKeys(event: ChangeEvent): QueryKey[] {
  switch (event.type) {
    case 'vm':
      return [['vms', 'list'], keys.vm(event.id)];
    case 'job':
      // A VM shows its unfinished job, so the progress of a job is a change of the VM too.
      return [['jobs', 'list'], ['jobs', 'of'], keys.job(event.id), keys.vms];
    case 'host':
      return [keys.hosts];
    case 'image':
      return [keys.images];
  }
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

  add(event: ChangeEvent, stale: QueryKey[] = staleKeys(event)): void {
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
