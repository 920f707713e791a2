import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { ProfilePatch } from '@/api/schema';
import { ListPreferencesContext, type ListPreferences } from '@/components/list/preferences';
import { useMe } from '@/domain/me';
import { prefer, profileQuery } from '@/domain/profile';
import { listPreferences, preferring } from './listPreferences';
import { recalled, remember } from './remembered';

/**
 * Has lists look as their reader wants them, in each browser. Until the server has told what it keeps, they look as they did
 * when this account was last used here.
 */
export function ListPreferencesProvider({ children }: { children: ReactNode }) {
  const { id } = useMe();
  const queryClient = useQueryClient();
  const { data: profile } = useQuery(profileQuery);
  const preferences = profile?.preferences;
  useEffect(() => {
    if (preferences) remember(id, preferences);
  }, [id, preferences]);
  const value = useMemo((): ListPreferences => {
    const send = (patch: ProfilePatch) => {
      // Without an answer it is as it was.
      prefer(patch, queryClient).catch(() => undefined);
    };
    return {
      ...listPreferences(preferences ?? recalled(id)),
      choose: (list, changed) => {
        send({ preferences: preferring(list, changed) });
      },
    };
  }, [preferences, id, queryClient]);
  return <ListPreferencesContext value={value}>{children}</ListPreferencesContext>;
}
