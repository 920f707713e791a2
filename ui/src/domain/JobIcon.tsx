import type { Job } from '@/api/schema';
import { Icon } from '@/components/icons';
import { useJobKind } from './useJobName';

/** The picture of what a job does. */
export function JobIcon({
  job,
  className,
}: {
  job: Pick<Job, 'kind' | 'action'>;
  className?: string;
}) {
  const icon = useJobKind()(job)?.item.icon ?? 'jobs';
  return <Icon name={icon} className={className ?? 'size-4.5 text-ink-faint'} />;
}
