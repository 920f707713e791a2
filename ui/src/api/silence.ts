const TICK_MILLIS = 500;
/** The server speaks every second. */
const SILENT_TICKS = 4;

/**
 * Notices that something that speaks regularly has fallen silent; before its first word nothing is expected of it. Counts
 * ticks and not time, because a page that was busy or asleep has not listened either.
 */
export class SilenceWatch {
  private readonly onSilence: () => void;
  private timer: ReturnType<typeof setInterval> | undefined;
  private ticks = 0;

  constructor(onSilence: () => void) {
    this.onSilence = onSilence;
  }

  get silent(): boolean {
    return this.ticks >= SILENT_TICKS;
  }

  heard(): void {
    this.ticks = 0;
    this.timer ??= setInterval(() => {
      this.ticks += 1;
      if (this.ticks === SILENT_TICKS) this.onSilence();
    }, TICK_MILLIS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.ticks = 0;
  }
}
