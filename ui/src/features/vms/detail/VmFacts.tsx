import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { Fact, Facts } from '@/components/Facts';
import { Panel } from '@/components/Panel';
import { RelativeTime } from '@/components/RelativeTime';
import { memorySize } from '@/lib/format';

export function VmFacts({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const memory = memorySize(vm.memoryMib);
  const unknown = t('common.none');
  return (
    <Panel title={t('vm.facts')}>
      <Facts>
        <Fact name={t('vm.field.image')}>{vm.image.name}</Fact>
        <Fact name={t('vm.field.vcpus')}>{vm.vcpus}</Fact>
        <Fact name={t('vm.field.memory')}>{t(`unit.${memory.unit}`, { value: memory.value })}</Fact>
        <Fact name={t('vm.field.disk')}>{t('unit.gigabyte', { value: vm.diskGib })}</Fact>
        <Fact name={t('vm.field.host')}>{vm.host?.name ?? unknown}</Fact>
        <Fact name={t('vm.field.network')}>{vm.network}</Fact>
        <Fact wide name={t('vm.field.autostart')}>
          {vm.autostart ? t('common.yes') : t('common.no')}
        </Fact>
        <Fact wide name={t('vm.field.owner')}>
          {vm.owner.email}
        </Fact>
        <Fact name={t('vm.field.created')}>
          <RelativeTime at={vm.createdAt} />
        </Fact>
        <Fact name={t('vm.field.started')}>
          {vm.startedAt ? <RelativeTime at={vm.startedAt} /> : t('vm.notRunning')}
        </Fact>
        <Fact wide name={t('common.id')}>
          <code className="font-mono text-xs">{vm.id}</code>
        </Fact>
      </Facts>
    </Panel>
  );
}
