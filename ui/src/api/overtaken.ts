import { hashKey, partialMatchKey, QueryClient, type QueryKey } from '@tanstack/react-query';
import type { ChangeEvent } from './invalidation';

/** Writes what an event tells into the answers of a cache, and returns the keys of those that have to be asked for again. */
type Mend = (event: ChangeEvent, queryClient: QueryClient) => QueryKey[];

/**
 * Tells events to cached answers. An answer that is on its way meanwhile may be older than what is told: it is told the same once
 * more when it has come, so that it need not be asked for again.
 */
export class OvertakenAnswers {
  private readonly untold = new Map<string, ChangeEvent[]>();
  private readonly queryClient: QueryClient;
  private readonly mend: Mend;
  private readonly onStale: (stale: QueryKey[]) => void;

  constructor(queryClient: QueryClient, mend: Mend, onStale: (stale: QueryKey[]) => void) {
    this.queryClient = queryClient;
    this.mend = mend;
    this.onStale = onStale;
  }

  /** Begins to look for answers that come; the result ends it. */
  watch(): () => void {
    return this.queryClient.getQueryCache().subscribe((told) => {
      if (told.type === 'removed') this.untold.delete(told.query.queryHash);
      if (told.type !== 'updated' || told.action.type !== 'success' || told.action.manual) return;
      this.tellAnswer(told.query.queryKey as QueryKey);
    });
  }

  tell(event: ChangeEvent): void {
    for (const { queryHash } of this.asked([])) {
      const events = this.untold.get(queryHash);
      if (events) events.push(event);
      else this.untold.set(queryHash, [event]);
    }
    const stale = this.mend(event, this.queryClient).flatMap((key) => this.withoutAsked(key));
    if (stale.length > 0) this.onStale(stale);
  }

  private asked(queryKey: QueryKey) {
    return this.queryClient.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' });
  }

  /** Whether what is on its way is enough shows when it is there. */
  private withoutAsked(queryKey: QueryKey): QueryKey[] {
    if (this.asked(queryKey).length === 0) return [queryKey];
    const idle = { queryKey, fetchStatus: 'idle' } as const;
    return this.queryClient
      .getQueryCache()
      .findAll(idle)
      .map((query) => query.queryKey);
  }

  /** Mends one answer as if nothing else were cached, because all others have been told before. */
  private tellAnswer(queryKey: QueryKey): void {
    const hash = hashKey(queryKey);
    const events = this.untold.get(hash);
    if (!events) return;
    this.untold.delete(hash);
    const alone = new QueryClient();
    const answer = this.queryClient.getQueryData(queryKey);
    alone.setQueryData(queryKey, answer);
    const stale = events
      .flatMap((event) => this.mend(event, alone))
      .some((key) => partialMatchKey(queryKey, key));
    const mended = alone.getQueryData(queryKey);
    alone.clear();
    if (mended !== answer) this.queryClient.setQueryData(queryKey, mended);
    if (stale) this.onStale([queryKey]);
  }
}
