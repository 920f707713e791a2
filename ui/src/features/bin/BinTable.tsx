import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { RelativeTime } from '@/components/RelativeTime';
import { Cell, HeadCell, Row, Table } from '@/components/Table';
import { useMe } from '@/domain/me';
import { PurgeVm } from './PurgeVm';
import { RestoreVm } from './RestoreVm';

export function BinTable({ vms }: { vms: Vm[] }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('bin.title')}
      head={
        <>
          <HeadCell>{t('vm.field.name')}</HeadCell>
          <HeadCell className="md:w-28">{t('bin.disk')}</HeadCell>
          <HeadCell className="md:w-32">{t('bin.deleted')}</HeadCell>
          <HeadCell className="md:w-32">{t('bin.gone')}</HeadCell>
          <HeadCell className="md:w-72">
            <span className="sr-only">{t('bin.actions')}</span>
          </HeadCell>
        </>
      }
    >
      {vms.map((vm) => (
        <BinRow key={vm.id} vm={vm} />
      ))}
    </Table>
  );
}

function BinRow({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const me = useMe();
  const going = vm.state === 'DELETING';
  return (
    <Row>
      <Cell>
        <span className="font-medium break-words">{vm.name}</span>
        {vm.owner.id !== me.id && (
          <span className="block truncate text-sm text-ink-faint">{vm.owner.email}</span>
        )}
        {vm.problem && <p className="text-sm text-fail">{vm.problem.detail}</p>}
      </Cell>
      <Cell className="justify-self-end text-sm text-ink-soft">
        {t('unit.gigabyte', { value: vm.diskGib })}
      </Cell>
      <Cell className="text-sm text-ink-soft">
        {vm.deletedAt && <RelativeTime at={vm.deletedAt} />}
      </Cell>
      <Cell className="justify-self-end text-sm text-ink-soft">
        {going ? t('bin.going') : vm.expiresAt && <RelativeTime at={vm.expiresAt} />}
      </Cell>
      <Cell className="col-span-2 md:text-right">
        {!going && (
          <span className="inline-flex flex-wrap gap-2">
            <RestoreVm vm={vm} />
            <PurgeVm vm={vm} />
          </span>
        )}
      </Cell>
    </Row>
  );
}
