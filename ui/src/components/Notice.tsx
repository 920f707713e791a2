import type { ReactNode, Ref } from 'react';
import { cx } from '@/lib/cx';
import { Icon, type IconName } from './icons';

const TONES = {
  fail: 'bg-fail-tint text-fail',
  warn: 'bg-warn-tint text-warn',
  busy: 'bg-busy-tint text-busy',
};

/** Something to know before going on. */
export function Notice({
  tone,
  icon = 'alert',
  title,
  children,
  alert = false,
  className,
  ref,
}: {
  tone: keyof typeof TONES;
  icon?: IconName;
  title: string;
  children?: ReactNode;
  /** Read out at once when it appears. */
  alert?: boolean;
  className?: string;
  ref?: Ref<HTMLDivElement>;
}) {
  return (
    <div
      ref={ref}
      tabIndex={ref ? -1 : undefined}
      role={alert ? 'alert' : undefined}
      className={cx('flex gap-3 rounded-panel px-4 py-3', TONES[tone], className)}
    >
      <Icon name={icon} className="mt-px" />
      <div className="min-w-0 space-y-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="space-y-1 text-ink">{children}</div>}
      </div>
    </div>
  );
}
