import { useTranslation } from 'react-i18next';
import type { Mail } from '@/api/schema';
import type { GlyphShape } from '@/components/Glyph';
import { Pill, type Tone } from '@/components/Pill';

const LOOKS: Record<Mail['state'], { tone: Tone; shape: GlyphShape }> = {
  OUTBOX: { tone: 'warn', shape: 'empty' },
  QUEUED: { tone: 'busy', shape: 'working' },
  SENT: { tone: 'quiet', shape: 'done' },
  DEAD: { tone: 'fail', shape: 'broken' },
};

export function MailStatePill({ state }: { state: Mail['state'] }) {
  const { t } = useTranslation();
  return <Pill {...LOOKS[state]}>{t(`mail.state.${state}`)}</Pill>;
}
