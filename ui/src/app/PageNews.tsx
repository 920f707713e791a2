import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Icon } from '@/components/icons';
import { Notice } from '@/components/Notice';
import { useClashes } from '@/contributions/context';
import { useLoadedModules } from '@/contributions/loaded';
import { Refusal } from '@/contributions/refusal';
import { cx } from '@/lib/cx';
import { reloadWithDrafts } from '@/lib/reload';

/** What is to be known of the page itself: that there is a newer one, and which contributions are missing in it. */
export function PageNews() {
  const { t } = useTranslation();
  const { faults, outdated } = useLoadedModules();
  const clashes = useClashes();
  return (
    <>
      <NewVersion outdated={outdated} />
      <div role="status">
        {faults.map(({ id, name, error }) => (
          <Missing key={id} title={t('contribution.notLoaded', { name })}>
            {error instanceof Refusal ? t(error.key, error.values) : error.message}
          </Missing>
        ))}
        {clashes.map(({ by, owner, point, identity }, index) => (
          <Missing
            key={`${by.id} ${point} ${identity} ${index}`}
            title={t('contribution.notShown', { name: by.name })}
          >
            {t('contribution.clash', { owner: owner.name, point, identity })}
          </Missing>
        ))}
      </div>
    </>
  );
}

/** Only the sentence is read out when it appears, not the button beside it. */
function NewVersion({ outdated }: { outdated: boolean }) {
  const { t } = useTranslation();
  return (
    <div
      className={cx(
        outdated &&
          'flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-busy-tint px-4 py-2 text-sm text-busy sm:px-8',
      )}
    >
      {outdated && <Icon name="reboot" className="size-4.5" />}
      <p role="status" className="mr-auto">
        {outdated && t('contribution.newVersion')}
      </p>
      {outdated && <Button onClick={reloadWithDrafts}>{t('contribution.reload')}</Button>}
    </div>
  );
}

function Missing({ title, children }: { title: string; children: string }) {
  return (
    <Notice tone="warn" title={title} className="mx-4 mt-4 sm:mx-8">
      <p className="break-words">{children}</p>
    </Notice>
  );
}
