import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <h1 className="sr-only">{t('notFound.title')}</h1>
      <EmptyState
        picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={<LinkButton to="/vms">{t('notFound.action')}</LinkButton>}
      />
    </>
  );
}
