import { useTranslation } from 'react-i18next';
import { DownloadButton } from '@/components/Button';

/** Everything that is found, not only what is loaded, one record a line. */
export function Download({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <DownloadButton icon="download" href={address} name="audit.jsonl">
      {t('audit.download')}
    </DownloadButton>
  );
}
