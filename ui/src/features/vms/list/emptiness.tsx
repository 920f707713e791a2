import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';

export function NoVms() {
  const { t } = useTranslation();
  return (
    <EmptyState
      picture={<Glyph shape="lit" className="size-16 text-ink-faint" />}
      title={t('vm.list.emptyTitle')}
      text={t('vm.list.emptyText')}
      action={
        <LinkButton to="/vms/new" icon="add">
          {t('vm.list.emptyAction')}
        </LinkButton>
      }
    />
  );
}

export function NoVmsFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
      title={t('vm.list.noneTitle')}
      text={t('vm.list.noneText')}
      action={<Button onClick={onClear}>{t('vm.list.noneAction')}</Button>}
    />
  );
}
