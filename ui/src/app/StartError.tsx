import { useTranslation } from 'react-i18next';
import { LoadError } from '@/components/LoadError';

/** The server did not even say who is logged in. */
export function StartError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="grid min-h-full place-items-center">
      <h1 className="sr-only">{t('problem.startTitle')}</h1>
      <LoadError error={error} title={t('problem.startTitle')} onRetry={onRetry} />
    </main>
  );
}
