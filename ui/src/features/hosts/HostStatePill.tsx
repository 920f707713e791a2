import { useTranslation } from 'react-i18next';
import type { Host } from '@/api/schema';
import type { GlyphShape } from '@/components/Glyph';
import { Pill, type Tone } from '@/components/Pill';

const LOOKS: Record<Host['state'], { tone: Tone; shape: GlyphShape }> = {
  UP: { tone: 'live', shape: 'lit' },
  DOWN: { tone: 'fail', shape: 'broken' },
  MAINTENANCE: { tone: 'warn', shape: 'paused' },
};

export function HostStatePill({ state }: { state: Host['state'] }) {
  const { t } = useTranslation();
  return <Pill {...LOOKS[state]}>{t(`host.state.${state}`)}</Pill>;
}
