import { useTranslation } from 'react-i18next';
import type { AuditChange } from '@/api/schema';
import { Panel } from '@/components/Panel';
import { Cell, HeadCell, Row, Table } from '@/components/Table';

/** What became of each attribute. */
export function AuditChanges({ changes }: { changes: readonly AuditChange[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('audit.changes')}>
      <Table
        label={t('audit.changes')}
        head={
          <>
            <HeadCell>{t('audit.field.attribute')}</HeadCell>
            <HeadCell>{t('audit.field.before')}</HeadCell>
            <HeadCell>{t('audit.field.after')}</HeadCell>
          </>
        }
      >
        {changes.map(({ attribute, before, after }) => (
          <Row key={attribute}>
            <Cell className="col-span-2 font-medium">{attribute}</Cell>
            <Cell className="break-words text-ink-soft">{before ?? t('audit.nothing')}</Cell>
            <Cell className="break-words">{after ?? t('audit.nothing')}</Cell>
          </Row>
        ))}
      </Table>
    </Panel>
  );
}
