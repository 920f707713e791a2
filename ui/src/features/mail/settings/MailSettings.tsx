import type { SettingGroup } from '@/api/schema';
import { SettingGroups } from '@/domain/settings/SettingGroups';
import { DeliveryNotice } from '../DeliveryNotice';
import { SendTest } from '../SendTest';

const SERVER = 'io.obox.mail.smtp';
const OWN: readonly string[] = ['io.obox.mail', SERVER];

const isOwn = ({ pid }: SettingGroup) => OWN.includes(pid);

/** The mail server and what is set of mails. A test message goes by what is saved. */
export function MailSettings() {
  return (
    <>
      <DeliveryNotice />
      <SettingGroups which={isOwn} actions={({ pid }) => pid === SERVER && <SendTest />} />
    </>
  );
}
