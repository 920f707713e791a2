import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { useContributed } from '@/contributions/context';
import { useAtOnce } from '@/contributions/useAtOnce';
import { TabBar, TabContent } from '@/contributions/Tabs';
import { useMe } from '@/domain/me';

/** The sections of the settings, each with an address of its own. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { '*': section = '' } = useParams();
  useAtOnce(useContributed('settings'));
  const admin = useMe().role === 'ADMIN';
  const sections = useContributed('settings').filter(
    ({ item }) => admin || item.access !== 'admin',
  );
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <div className="mb-6 border-b border-line">
        <TabBar label={t('settings.sections')} path="/settings" tabs={sections} chosen={section} />
      </div>
      <TabContent
        tabs={sections}
        chosen={section}
        props={{}}
        missing={<EmptyState title={t('notFound.title')} text={t('notFound.text')} />}
      />
    </>
  );
}
