import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Icon } from '@/components/icons';
import { Notice } from '@/components/Notice';
import { useLoadedModules } from '@/contributions/loaded';

/** What is to be known of the page itself: that there is a newer one, and which contributions are missing in it. */
export function PageNews() {
  const { t } = useTranslation();
  const { faults, outdated } = useLoadedModules();
  return (
    <div role="status">
      {outdated && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-busy-tint px-4 py-2 text-sm text-busy sm:px-8">
          <Icon name="reboot" className="size-4.5" />
          <p className="mr-auto">{t('contribution.newVersion')}</p>
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('contribution.reload')}
          </Button>
        </div>
      )}
      {faults.map(({ name, error }) => (
        <Notice
          key={name}
          tone="warn"
          title={t('contribution.notLoaded', { name })}
          className="mx-4 mt-4 sm:mx-8"
        >
          <p className="break-words">{error.message}</p>
        </Notice>
      ))}
    </div>
  );
}
