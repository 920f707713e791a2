import { useTranslation } from 'react-i18next';
import type { Image } from '@/api/schema';
import type { GlyphShape } from '@/components/Glyph';
import { Pill, type Tone } from '@/components/Pill';

const LOOKS: Record<Image['state'], { tone: Tone; shape: GlyphShape }> = {
  AVAILABLE: { tone: 'quiet', shape: 'empty' },
  IMPORTING: { tone: 'busy', shape: 'working' },
  READY: { tone: 'quiet', shape: 'done' },
  FAILED: { tone: 'fail', shape: 'broken' },
};

export function ImageStatePill({ state }: { state: Image['state'] }) {
  const { t } = useTranslation();
  return <Pill {...LOOKS[state]}>{t(`image.state.${state}`)}</Pill>;
}
