import { useTranslation } from 'react-i18next';
import { Fact, Facts } from '@/components/Facts';
import { PageHeader } from '@/components/PageHeader';
import { Panel } from '@/components/Panel';
import { RelativeTime } from '@/components/RelativeTime';
import { useToast } from '@/components/toasts';
import { TwoColumns } from '@/components/TwoColumns';
import { useMe } from '@/domain/me';
import { AccountDeletion } from '../account/AccountDeletion';
import { EmailChange } from '../account/EmailChange';
import { PasswordForm } from '../PasswordForm';
import { Security } from '../secondFactor/Security';
import { ApiTokens } from '../tokens/ApiTokens';
import { Sessions } from './Sessions';
import { SshKeys } from './SshKeys';

/** What somebody's account is, and what they log in with. */
export function ProfilePage() {
  const { t } = useTranslation();
  const me = useMe();
  const say = useToast();
  return (
    <>
      <PageHeader title={t('profile.title')} />
      <TwoColumns
        main={
          <>
            <SshKeys />
            <ApiTokens />
            <Sessions />
          </>
        }
        side={
          <>
            <Panel title={t('profile.account')}>
              <Facts>
                <Fact wide name={t('login.email')}>
                  {me.email}
                </Fact>
                <Fact name={t('profile.role')}>{t(`role.${me.role}`)}</Fact>
                <Fact name={t('profile.since')}>
                  <RelativeTime at={me.createdAt} />
                </Fact>
              </Facts>
              <div className="flex flex-wrap gap-2 border-t border-line px-5 py-3">
                <EmailChange />
                <AccountDeletion />
              </div>
            </Panel>
            <Security />
            <Panel title={t('profile.password')}>
              <div className="p-5">
                <PasswordForm
                  onDone={() => {
                    say(t('profile.passwordChanged'));
                  }}
                />
              </div>
            </Panel>
          </>
        }
      />
    </>
  );
}
