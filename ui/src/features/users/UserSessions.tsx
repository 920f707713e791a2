import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CardState } from '@/components/CardState';
import { Panel } from '@/components/Panel';
import { RelativeTime } from '@/components/RelativeTime';
import { browserOf } from '@/domain/browser';
import { userSessionsQuery } from './queries';

/** Where an account is logged in. */
export function UserSessions({ id }: { id: string }) {
  const { t } = useTranslation();
  const sessions = useQuery(userSessionsQuery(id));
  return (
    <Panel title={t('user.sessions')}>
      <CardState query={sessions} height="h-24">
        {(items) =>
          items.length === 0 ? (
            <p className="px-5 py-6 text-center text-ink-soft">{t('user.noSessions')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((session) => (
                <li key={session.id} className="px-5 py-2.5">
                  <p className="font-medium" title={session.userAgent}>
                    {browserOf(session.userAgent) ?? t('profile.unknownBrowser')}
                  </p>
                  <p className="text-sm text-ink-faint">
                    {session.address} · <RelativeTime at={session.lastUsedAt} />
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </CardState>
    </Panel>
  );
}
