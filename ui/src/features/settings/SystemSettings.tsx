import { useTranslation } from 'react-i18next';
import type { SettingGroup } from '@/api/schema';
import { SettingGroups } from '@/domain/settings/SettingGroups';

/** Those of mail have a section of their own. */
const ELSEWHERE = /^io\.obox\.mail(\.|$)/;

const isHere = ({ pid }: SettingGroup) => !ELSEWHERE.test(pid);

/** What administrators set for all nodes: whatever the bundles that are installed let them. */
export function SystemSettings() {
  const { t } = useTranslation();
  return (
    <>
      <p className="mb-4 max-w-2xl text-ink-soft">{t('settings.systemText')}</p>
      <SettingGroups which={isHere} />
    </>
  );
}
