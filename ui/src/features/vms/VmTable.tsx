import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { Cell, HeadCell, Row, Table } from '@/components/Table';
import { useContributed } from '@/contributions/context';
import { Slot } from '@/contributions/Slot';
import { useLabel } from '@/contributions/texts';
import { versionOf } from './version';

export function VmTable({ vms }: { vms: Vm[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const columns = useContributed('vmColumns');
  return (
    <Table
      label={t('vm.list.title')}
      head={columns.map(({ by, item }) => (
        <HeadCell
          key={`${by.id} ${item.id}`}
          {...(item.headClass && { className: item.headClass })}
        >
          {label(by, item.label)}
        </HeadCell>
      ))}
    >
      {vms.map((vm) => (
        <VmRow key={vm.id} vm={vm} />
      ))}
    </Table>
  );
}

function VmRow({ vm }: { vm: Vm }) {
  return (
    <Row>
      {useContributed('vmColumns').map(
        ({ by, item: { id, cellClass = 'col-span-2', content: Content } }) => (
          <Cell key={`${by.id} ${id}`} className={cellClass}>
            <Slot by={by} small resetOn={versionOf(vm)}>
              <Content vm={vm} />
            </Slot>
          </Cell>
        ),
      )}
    </Row>
  );
}
