import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { ProblemNotice } from './ProblemNotice';

/** In the place of what could not be loaded. */
export function LoadError({
  error,
  title,
  onRetry,
}: {
  error: Error;
  title: string;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-80 flex-col items-center justify-center gap-4 p-6">
      <ProblemNotice error={error} title={title} className="w-full max-w-lg" />
      <Button icon="reboot" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </div>
  );
}
