import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { AuditRecord } from '@/api/schema';
import { DetailHeader } from '@/components/detail/DetailHeader';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { Panel } from '@/components/Panel';
import { TwoColumns } from '@/components/TwoColumns';
import { useActionName } from './actions';
import { AuditChanges } from './AuditChanges';
import { AuditFacts, AuditProofFacts } from './AuditFacts';
import { OutcomePill } from './OutcomePill';
import { auditRecordQuery } from './queries';

/** What somebody did or tried, with all that is known of it. */
export function AuditDetailPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const record = useQuery(auditRecordQuery(id));
  if (record.data) return <AuditDetail record={record.data} />;
  if (record.error) {
    return (
      <>
        <PageHeader title={t('audit.one')} back={{ to: '/audit', label: t('audit.title') }} />
        <LoadError
          error={record.error}
          title={t('audit.failed')}
          onRetry={() => void record.refetch()}
        />
      </>
    );
  }
  return <DetailSkeleton label={t('common.loading')} />;
}

function AuditDetail({ record }: { record: AuditRecord }) {
  const { t } = useTranslation();
  const actionName = useActionName();
  return (
    <>
      <DetailHeader
        title={actionName(record.action)}
        back={{ to: '/audit', label: t('audit.title') }}
        state={<OutcomePill outcome={record.outcome} />}
      />
      <TwoColumns
        main={
          <>
            <Panel title={t('audit.facts')}>
              <AuditFacts record={record} />
            </Panel>
            {record.changes.length > 0 && <AuditChanges changes={record.changes} />}
          </>
        }
        side={
          <Panel title={t('audit.chain')}>
            <AuditProofFacts record={record} />
          </Panel>
        }
      />
    </>
  );
}
