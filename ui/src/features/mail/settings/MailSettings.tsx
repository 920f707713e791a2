import { useTranslation } from 'react-i18next';
import type { SettingGroup } from '@/api/schema';
import { SettingGroups } from '@/domain/settings/SettingGroups';
import { DeliveryNotice } from '../DeliveryNotice';
import { SendTest } from '../SendTest';

const SERVER = 'io.obox.mail.smtp';
const OWN: readonly string[] = ['io.obox.mail', SERVER];

const isOwn = ({ pid }: SettingGroup) => OWN.includes(pid);

/** The mail server and what is set of mails. */
export function MailSettings() {
  const { t } = useTranslation();
  return (
    <>
      <DeliveryNotice />
      <p className="mb-4 max-w-2xl text-ink-soft">
        {t('settings.systemText')} {t('mail.settings.testHint')}
      </p>
      <SettingGroups which={isOwn} actions={({ pid }) => pid === SERVER && <SendTest />} />
    </>
  );
}
