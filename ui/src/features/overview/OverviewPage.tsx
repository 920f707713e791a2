import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { TwoColumns } from '@/components/TwoColumns';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';
import { useAtOnce } from '@/contributions/useAtOnce';

/** Where people begin: what there is and how it is, as cards. */
export function OverviewPage() {
  const { t } = useTranslation();
  const cards = useContributed('cards');
  useAtOnce(cards);
  const inArea = (area: 'main' | 'side') => cards.filter(({ item }) => item.area === area);
  return (
    <>
      <PageHeader
        title={t('overview.title')}
        actions={
          <LinkButton to="/vms/new" look="primary" icon="add">
            {t('vm.create.action')}
          </LinkButton>
        }
      />
      <TwoColumns
        main={<Contents of={inArea('main')} props={{}} />}
        side={<Contents of={inArea('side')} props={{}} />}
      />
    </>
  );
}
