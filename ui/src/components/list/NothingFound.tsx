import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';

/** In the place of the rows where the search and the filters leave none. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
      title={t('list.noneTitle')}
      text={t('list.noneText')}
      action={<Button onClick={onClear}>{t('list.noneAction')}</Button>}
    />
  );
}
