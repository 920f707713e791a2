import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { keys } from '@/api/keys';
import { LiveProvider } from '@/api/live';
import type { User } from '@/api/schema';
import { BootSkeleton } from '@/components/BootSkeleton';
import { useRegistry } from '@/contributions/context';
import { eventMeaning } from '@/contributions/eventMeaning';
import { later } from '@/contributions/later';
import { Slot } from '@/contributions/Slot';
import { hostsQuery } from '@/domain/hosts';
import { MeContext } from '@/domain/me';
import { KeptPreferences } from '@/features/preferences/KeptPreferences';
import { ListPreferencesProvider } from '@/features/preferences/ListPreferencesProvider';
import { Confirmation } from '@/features/session/Confirmation';
import type { LoginState } from '@/features/session/LoginPage';
import { meQuery } from '@/features/session/queries';
import { ModulesProvider } from './ModulesProvider';
import { Shell } from './Shell';
import { StartError } from './StartError';

const OBOX = { id: 'session', name: 'OBox' };

const PasswordPage = later(
  async () => (await import('@/features/session/PasswordPage')).PasswordPage,
);

const EnrolPage = later(
  async () => (await import('@/features/session/secondFactor/EnrolPage')).EnrolPage,
);

const UnverifiedPage = later(
  async () => (await import('@/features/session/account/UnverifiedPage')).UnverifiedPage,
);

/** Lets in who is logged in; everybody else is asked to, and comes back to where they wanted to go. */
export function RequireSession() {
  const location = useLocation();
  const me = useQuery(meQuery);
  const meaning = useEventMeaning();
  const entitled = me.data !== undefined && me.data !== null && !isHeldUp(me.data);
  // Whether there is a banner is known before the first page is drawn, so that nothing moves later.
  const hosts = useQuery({ ...hostsQuery, enabled: entitled });

  const ended = useEnded(me.data);
  const [enrolling, setEnrolling] = useState(false);
  if (me.data?.mustEnrolSecondFactor && !enrolling) setEnrolling(true);

  if (me.data === null) {
    const state: LoginState = { from: location.pathname + location.search, ended };
    return <Navigate to="/login" replace state={state} />;
  }
  if (me.data?.mustChangePassword) {
    return (
      <Slot by={OBOX} waiting={<BootSkeleton />}>
        <PasswordPage />
      </Slot>
    );
  }
  // Until its reader says so, for the recovery codes are shown only once.
  if (me.data && enrolling) {
    return (
      <Slot by={OBOX} waiting={<BootSkeleton />}>
        <EnrolPage
          onDone={() => {
            setEnrolling(false);
          }}
        />
        <Confirmation />
      </Slot>
    );
  }
  if (me.data?.state === 'UNVERIFIED') {
    return (
      <Slot by={OBOX} waiting={<BootSkeleton />}>
        <UnverifiedPage me={me.data} />
      </Slot>
    );
  }
  if (me.isError && !me.data)
    return <StartError error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data || hosts.isLoading) return <BootSkeleton />;
  return (
    <MeContext value={me.data}>
      <LiveProvider meaning={meaning}>
        <ModulesProvider>
          <KeptPreferences />
          <ListPreferencesProvider>
            <Shell />
            <Confirmation />
          </ListPreferencesProvider>
        </ModulesProvider>
      </LiveProvider>
    </MeContext>
  );
}

/** Whether something must be done first, until which the server refuses nearly everything. */
function isHeldUp(me: User): boolean {
  return me.mustChangePassword || me.mustEnrolSecondFactor || me.state === 'UNVERIFIED';
}

/** Whether somebody was logged in here and is not any more, without having asked for it. */
function useEnded(me: User | null | undefined): boolean {
  const queryClient = useQueryClient();
  const [wasIn, setWasIn] = useState(false);
  if (me && !wasIn) setWasIn(true);
  return wasIn && me === null && queryClient.getQueryData(keys.loggedOut) !== true;
}

function useEventMeaning() {
  const registry = useRegistry();
  return useMemo(() => eventMeaning(registry), [registry]);
}
