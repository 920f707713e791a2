import type { ReactNode } from 'react';
import { cx } from '@/lib/cx';
import { Glyph, type GlyphShape } from './Glyph';

export type Tone = 'live' | 'busy' | 'quiet' | 'warn' | 'fail';

const TONES: Record<Tone, string> = {
  live: 'bg-live-tint text-live',
  busy: 'bg-busy-tint text-busy',
  quiet: 'bg-sunken text-ink-soft',
  warn: 'bg-warn-tint text-warn',
  fail: 'bg-fail-tint text-fail',
};

/** A state: sign, colour and word say the same, so that none of them is needed alone. */
export function Pill({
  tone,
  shape,
  children,
}: {
  tone: Tone;
  shape: GlyphShape;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        'inline-flex h-6 items-center gap-1.5 rounded-full pr-2.5 pl-1.5 text-sm font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      <Glyph shape={shape} />
      {children}
    </span>
  );
}
