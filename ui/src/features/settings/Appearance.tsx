import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/Panel';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';

/** How the page looks: whatever is contributed for that. */
export function Appearance() {
  const { t } = useTranslation();
  return (
    <Panel title={t('settings.appearance')} className="max-w-2xl">
      <div className="flex flex-wrap items-center gap-4 px-5 py-4">
        <Contents of={useContributed('preferences')} props={{}} />
      </div>
    </Panel>
  );
}
