import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/Panel';
import { Switch } from '@/components/Switch';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { prefer, profileQuery } from '@/domain/profile';

/** Whether single letters are shortcuts: who speaks to their browser, or touches keys by mistake, wants none. */
export function KeyboardSettings() {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const { data: profile } = useQuery(profileQuery);
  return (
    <Panel title={t('preferences.keyboard')} className="max-w-2xl">
      <div className="px-5 py-4">
        <Switch
          label={t('preferences.shortcuts')}
          hint={t('preferences.shortcutsHint')}
          checked={profile?.preferences.shortcuts ?? true}
          unavailable={!profile}
          onChange={(shortcuts) => {
            prefer({ preferences: { shortcuts } }, queryClient).catch((error: unknown) => {
              if (error instanceof Error) say(problemText(error), 'fail');
            });
          }}
        />
      </div>
    </Panel>
  );
}
