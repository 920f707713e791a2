import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';

const KEYS = [
  ['/', 'search'],
  ['j', 'down'],
  ['k', 'up'],
  ['x', 'select'],
  ['Enter', 'open'],
  ['i', 'panel'],
  ['?', 'help'],
] as const;

/** What the keys of a list do. */
export function KeyHelp({ without, onClose }: { without: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('list.keys.title')} onClose={onClose}>
      <dl className="mt-4 grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2.5">
        {KEYS.filter(([key]) => !without.includes(key)).map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-grid h-7 min-w-7 place-items-center rounded-md border border-line-strong bg-sunken px-2 font-mono text-sm">
                {key}
              </kbd>
            </dt>
            <dd className="text-ink-soft">{t(`list.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-5 text-sm text-ink-faint">
        <Link to="/settings/keyboard" className="underline underline-offset-4">
          {t('list.keys.off')}
        </Link>
      </p>
      <div className="mt-6 flex justify-end">
        <Button onClick={onClose}>{t('list.close')}</Button>
      </div>
    </Dialog>
  );
}
