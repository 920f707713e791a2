import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { Session, SessionPage } from '@/api/schema';
import { Button } from '@/components/Button';
import { CardState } from '@/components/CardState';
import { Panel } from '@/components/Panel';
import { RelativeTime } from '@/components/RelativeTime';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { browserOf } from '@/domain/browser';

const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal }) => api.get<SessionPage>('/api/auth/sessions', { signal }),
  select: (page) => page.items,
});

/** Where the account is logged in, each with a way to end it; the one that is used is ended by logging out. */
export function Sessions() {
  const { t } = useTranslation();
  const sessions = useQuery(sessionsQuery);
  return (
    <Panel title={t('profile.sessions')}>
      <CardState query={sessions} height="h-24">
        {(items) => (
          <ul className="divide-y divide-line">
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </CardState>
    </Panel>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const end = useCommand({
    send: (_: undefined, signal) => api.delete(`/api/auth/sessions/${session.id}`, { signal }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  });
  const browser = browserOf(session.userAgent) ?? t('profile.unknownBrowser');
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5">
      <div className="min-w-0">
        <p className="font-medium" title={session.userAgent}>
          {browser}
        </p>
        <p className="text-sm text-ink-faint">
          {session.address} · <RelativeTime at={session.lastUsedAt} />
        </p>
      </div>
      <span className="ml-auto">
        {session.current ? (
          <span className="text-sm text-ink-soft">{t('profile.thisSession')}</span>
        ) : (
          <Button
            aria-label={t('profile.endSessionOf', { browser, address: session.address })}
            unavailable={end.isPending}
            onClick={() => {
              end.mutate(undefined, {
                onSuccess: () => {
                  say(t('profile.sessionEnded'));
                },
                onError: (error) => {
                  say(problemText(error), 'fail');
                },
              });
            }}
          >
            {t('profile.endSession')}
          </Button>
        )}
      </span>
    </li>
  );
}
