import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { withLastSearch } from '@/lib/lastSearch';

/** The VM is not there: deleted under the reader's eyes, or never was. */
export function VmGone({ name }: { name?: string }) {
  const { t } = useTranslation();
  const title = name ? t('vm.goneTitle', { name }) : t('vm.unknownTitle');
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
        title={title}
        text={name ? t('vm.goneText') : t('vm.unknownText')}
        action={
          <>
            <LinkButton to={withLastSearch('/vms')}>{t('vm.goneAction')}</LinkButton>
            {name && <LinkButton to="/bin">{t('vm.goneBin')}</LinkButton>}
          </>
        }
      />
    </>
  );
}
