import { useTranslation } from 'react-i18next';
import { detailOf } from '@/api/problem';
import type { Vm } from '@/api/schema';
import { CopyButton } from '@/components/CopyButton';
import { JobProgress } from '@/domain/JobProgress';

/** How to reach the VM; before that how far it is; and if it broke, why. */
export function Whereabouts({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const [address] = vm.addresses;
  if (vm.job) {
    return (
      <div className="md:max-w-60">
        <JobProgress job={vm.job} />
      </div>
    );
  }
  if (vm.problem) return <p className="line-clamp-2 text-sm text-fail">{detailOf(vm.problem)}</p>;
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
