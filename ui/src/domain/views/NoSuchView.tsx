import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/Notice';

/** Said where the address names a view that is not there, or not for its reader. */
export function NoSuchView() {
  const { t } = useTranslation();
  return (
    <div className="mb-4">
      <Notice tone="warn" title={t('views.missing')}>
        {t('views.missingText')}
      </Notice>
    </div>
  );
}
