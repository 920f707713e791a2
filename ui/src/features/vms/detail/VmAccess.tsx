import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { CopyButton } from '@/components/CopyButton';
import { Panel } from '@/components/Panel';
import { imagesQuery } from '@/domain/images';

const FALLBACK_USER = 'root';

/** How to get into the guest. */
export function VmAccess({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const { data: images } = useQuery(imagesQuery);
  const user = images?.find((image) => image.id === vm.image.id)?.defaultUser ?? FALLBACK_USER;
  return (
    <Panel title={t('vm.access.title')}>
      <div className="min-h-18 px-5 py-4">
        {vm.addresses.length === 0 ? (
          <p className="flex min-h-10 items-center text-ink-soft">{t(`vm.access.${reason(vm)}`)}</p>
        ) : (
          <ul className="space-y-2">
            {vm.addresses.map((address) => (
              <li key={address}>
                <Command text={`ssh ${user}@${address}`} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

function Command({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-10 items-center gap-3 rounded-control bg-sunken py-1 pr-1 pl-4">
      <span aria-hidden="true" className="font-mono text-ink-faint select-none">
        $
      </span>
      <code className="min-w-0 flex-1 font-mono break-all">{text}</code>
      <CopyButton text={text} label={t('vm.access.copy', { command: text })} />
    </div>
  );
}

function reason(vm: Vm): 'soon' | 'off' | 'never' {
  if (vm.state === 'STOPPED') return 'off';
  return vm.state === 'FAILED' || vm.state === 'LOST' || vm.state === 'DELETING' ? 'never' : 'soon';
}
