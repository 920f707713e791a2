import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { CopyButton } from '@/components/CopyButton';

/** Recovery codes, which are never shown again. */
export function CodesShown({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="space-y-4">
      <p className="text-pretty text-ink-soft">{t('factor.codesLead')}</p>
      <div className="flex items-start gap-2 rounded-control border border-line bg-sunken p-3">
        <ul
          aria-label={t('factor.codes')}
          className="grid flex-1 gap-x-4 gap-y-1 font-mono text-sm sm:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <CopyButton text={codes.join('\n')} label={t('factor.copyCodes')} />
      </div>
      <Button look="primary" className="h-10 w-full" onClick={onDone}>
        {t('factor.codesKept')}
      </Button>
    </div>
  );
}
