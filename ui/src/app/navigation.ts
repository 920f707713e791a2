import type { ParseKeys } from 'i18next';
import type { IconName } from '@/components/icons';

export interface NavigationItem {
  to: string;
  icon: IconName;
  label: ParseKeys;
  /** Shown to administrators alone. */
  adminOnly?: boolean;
}

export interface NavigationGroup {
  label: ParseKeys;
  items: NavigationItem[];
}

/** The places of the product, in the order of the sidebar. A new page is a route and a line here. */
export const NAVIGATION: NavigationGroup[] = [
  {
    label: 'navigation.compute',
    items: [{ to: '/vms', icon: 'vms', label: 'navigation.vms' }],
  },
  {
    label: 'navigation.operations',
    items: [{ to: '/jobs', icon: 'jobs', label: 'navigation.jobs' }],
  },
];
