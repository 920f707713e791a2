import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditRecord } from '@/api/schema';
import { Fact, Facts } from '@/components/Facts';
import { useContributed } from '@/contributions/context';
import { say } from '@/i18n/say';
import { moment } from '@/lib/format';

/** Who did what, to which object, from where. */
export function AuditFacts({ record }: { record: AuditRecord }) {
  const { t, i18n } = useTranslation();
  const { problem, credential } = record;
  return (
    <Facts>
      <Fact wide name={t('audit.field.who')}>
        {record.who || t('audit.nobody')}
      </Fact>
      <Fact name={t('audit.field.credential')}>
        {credential ? t(`audit.credential.${credential}`) : t('audit.nothing')}
      </Fact>
      <Fact name={t('audit.field.address')}>{record.address ?? t('audit.nothing')}</Fact>
      <Fact name={t('audit.field.at')}>{moment(new Date(record.at), i18n.language)}</Fact>
      {(record.objectName || record.objectId) && (
        <Fact wide name={t('audit.field.object')}>
          <AuditObject record={record} />
        </Fact>
      )}
      {problem && (
        <Fact wide name={t('audit.field.problem')}>
          {say({ text: problem, code: `title.${problem}`, args: {} })}
        </Fact>
      )}
      {record.sessionId && (
        <Fact wide name={t('audit.field.session')}>
          <Code>{record.sessionId}</Code>
        </Fact>
      )}
      <Fact wide name={t('audit.field.action')}>
        <Code>{record.action}</Code>
      </Fact>
    </Facts>
  );
}

/** Its place in the chain, which nobody can change unnoticed. */
export function AuditProofFacts({ record }: { record: AuditRecord }) {
  const { t } = useTranslation();
  return (
    <Facts>
      <Fact name={t('audit.field.number')}>{record.number ?? t('audit.soon')}</Fact>
      <Fact wide name={t('audit.field.hash')}>
        <Code>{record.hash ?? t('audit.soon')}</Code>
      </Fact>
      <Fact wide name={t('common.id')}>
        <Code>{record.id}</Code>
      </Fact>
    </Facts>
  );
}

function AuditObject({ record: { objectType, objectId, objectName } }: { record: AuditRecord }) {
  const shown = useContributed('objectTypes').find(({ item }) => item.type === objectType);
  const name = objectName || objectId;
  if (!shown || objectId === null) return name;
  return (
    <Link to={shown.item.path(objectId)} className="underline underline-offset-4">
      {name}
    </Link>
  );
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-xs break-all">{children}</code>;
}
