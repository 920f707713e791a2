import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Vm } from '@/api/schema';
import { CopyButton } from '@/components/CopyButton';
import { RelativeTime } from '@/components/RelativeTime';
import { Cell, HeadCell, Row, Table } from '@/components/Table';
import { Tags } from '@/components/Tags';
import { JobProgress } from '@/features/jobs/JobProgress';
import { useMe } from '@/features/session/me';
import { VmSize } from './VmSize';
import { VmStatePill } from './VmStatePill';

export function VmTable({ vms }: { vms: Vm[] }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('vm.list.title')}
      head={
        <>
          <HeadCell className="md:w-[26%]">{t('vm.field.name')}</HeadCell>
          <HeadCell className="md:w-36">{t('vm.field.state')}</HeadCell>
          <HeadCell>{t('vm.field.address')}</HeadCell>
          <HeadCell className="md:w-60">{t('vm.field.size')}</HeadCell>
          <HeadCell className="md:w-28">{t('vm.field.created')}</HeadCell>
        </>
      }
    >
      {vms.map((vm) => (
        <VmRow key={vm.id} vm={vm} />
      ))}
    </Table>
  );
}

function VmRow({ vm }: { vm: Vm }) {
  const me = useMe();
  return (
    <Row>
      <Cell>
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to={`/vms/${vm.id}`}
            className="min-w-0 font-medium break-words decoration-line-strong underline-offset-4 hover:underline"
          >
            {vm.name}
          </Link>
          <Tags tags={vm.tags} />
        </div>
        <p className="truncate text-sm text-ink-faint">
          {[vm.image.name, vm.host?.name, vm.owner.id !== me.id && vm.owner.email]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Cell>
      <Cell className="justify-self-end">
        <VmStatePill state={vm.state} />
      </Cell>
      <Cell className="col-span-2">
        <Whereabouts vm={vm} />
      </Cell>
      <Cell className="text-sm text-ink-soft">
        <VmSize vcpus={vm.vcpus} memoryMib={vm.memoryMib} diskGib={vm.diskGib} />
      </Cell>
      <Cell className="justify-self-end text-sm text-ink-soft">
        <RelativeTime at={vm.createdAt} />
      </Cell>
    </Row>
  );
}

/** How to reach the VM; before that how far it is; and if it broke, why. */
function Whereabouts({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const [address] = vm.addresses;
  if (vm.job) {
    return (
      <div className="md:max-w-60">
        <JobProgress job={vm.job} />
      </div>
    );
  }
  if (vm.problem) return <p className="line-clamp-2 text-sm text-fail">{vm.problem.detail}</p>;
  if (!address) return <span className="text-ink-faint">{t('vm.noAddress')}</span>;
  return (
    <span className="flex items-center gap-1">
      <span className="font-mono text-sm max-md:break-all md:max-w-44 md:truncate" title={address}>
        {address}
      </span>
      <CopyButton text={address} label={t('vm.copyAddress', { address })} />
      {vm.addresses.length > 1 && (
        <span className="text-sm text-ink-faint">
          {t('vm.moreAddresses', { count: vm.addresses.length - 1 })}
        </span>
      )}
    </span>
  );
}
