import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/components/icons';
import { hostsQuery } from '@/domain/hosts';

/** Says that machines on a simulated host are not real. */
export function SimulatedBanner() {
  const { t } = useTranslation();
  const { data: hosts = [] } = useQuery(hostsQuery);
  const simulated = hosts.filter((host) => host.backend === 'simulated');
  if (simulated.length === 0) return null;
  const all = simulated.length === hosts.length;
  return (
    <aside
      aria-label={t('simulated.label')}
      className="flex items-center gap-2.5 border-b border-line bg-warn-tint hatched px-4 py-2 text-sm text-warn sm:px-8"
    >
      <Icon name="alert" className="size-4.5" />
      <p>
        <strong className="font-semibold">
          {all
            ? t('simulated.all')
            : t('simulated.some', { names: simulated.map((host) => host.name).join(', ') })}
        </strong>{' '}
        <span className="max-sm:sr-only">{t('simulated.remedy')}</span>
      </p>
    </aside>
  );
}
