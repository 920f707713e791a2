import type { VmState } from '@/api/schema';
import type { GlyphShape } from '@/components/Glyph';
import type { Tone } from '@/components/Pill';

/** How each state looks. */
export const VM_STATES: Record<VmState, { tone: Tone; shape: GlyphShape }> = {
  REQUESTED: { tone: 'busy', shape: 'waiting' },
  PROVISIONING: { tone: 'busy', shape: 'working' },
  RUNNING: { tone: 'live', shape: 'lit' },
  STOPPED: { tone: 'quiet', shape: 'empty' },
  PAUSED: { tone: 'warn', shape: 'paused' },
  FAILED: { tone: 'fail', shape: 'broken' },
  DELETING: { tone: 'busy', shape: 'working' },
  LOST: { tone: 'fail', shape: 'missing' },
};
