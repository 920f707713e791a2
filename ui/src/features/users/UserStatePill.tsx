import { useTranslation } from 'react-i18next';
import type { ManagedUser } from '@/api/schema';
import type { GlyphShape } from '@/components/Glyph';
import { Pill, type Tone } from '@/components/Pill';
import { standingOf, type Standing } from './standing';

const LOOKS: Record<Standing, { tone: Tone; shape: GlyphShape }> = {
  INVITED: { tone: 'busy', shape: 'empty' },
  UNVERIFIED: { tone: 'warn', shape: 'empty' },
  ACTIVE: { tone: 'quiet', shape: 'done' },
  DISABLED: { tone: 'fail', shape: 'broken' },
};

export function UserStatePill({ user }: { user: ManagedUser }) {
  const { t } = useTranslation();
  const standing = standingOf(user);
  return <Pill {...LOOKS[standing]}>{t(`user.state.${standing}`)}</Pill>;
}
