/**
 * What the parts of the page are written with: `@obox/sdk` for those that are loaded at run time. Whatever is exported here
 * stays for as long as the major version does; an addition is a minor version.
 */
export {
  defineContribution,
  type Access,
  type Card,
  type Column,
  type Command,
  type Content,
  type Contribution,
  type ContributionPoint,
  type ContributionPoints,
  type EventType,
  type JobKind,
  type MenuEntry,
  type NavigationEntry,
  type NavigationGroup,
  type ObjectType,
  type Ordered,
  type PageRoute,
  type SettingsSection,
  type Sparkline,
  type Tab,
  type Texts,
} from '@/contributions/contribution';
export { later, type Later } from '@/contributions/later';
export { useTexts, type Translate } from '@/contributions/texts';

export { api, type RequestOptions } from '@/api/client';
export type { ChangeEvent } from '@/api/invalidation';
export { usePolling } from '@/api/live';
export { ProblemError } from '@/api/problem';
export type { Host, Image, Job, JobState, Problem, User, Vm, VmState } from '@/api/schema';
export { useMe } from '@/domain/me';
export { JobProgress } from '@/domain/JobProgress';
export { useViewedAddress as useListAddress } from '@/domain/views/useViewedAddress';
export { ViewedListPage as ListPage } from '@/domain/views/ViewedListPage';

export { Button, IconButton, LinkButton } from '@/components/Button';
export { ConfirmDialog } from '@/components/ConfirmDialog';
export { CopyButton } from '@/components/CopyButton';
export { ActionMenu } from '@/components/detail/ActionMenu';
export { DetailHeader } from '@/components/detail/DetailHeader';
export { DetailSkeleton } from '@/components/DetailSkeleton';
export { Dialog } from '@/components/Dialog';
export { Duration } from '@/components/Duration';
export { EmptyState } from '@/components/EmptyState';
export { Fact, Facts } from '@/components/Facts';
export { Field } from '@/components/Field';
export { Icon, type IconName } from '@/components/icons';
export type { ListColumn, ListRows } from '@/components/list/column';
export { useLocalRows, type LocalList } from '@/components/list/localRows';
export { NothingFound } from '@/components/list/NothingFound';
export type { Chosen } from '@/components/list/SelectionBar';
export type { ListState } from '@/components/list/StateChips';
export type { SearchKey } from '@/components/list/suggestions';
export type { ListAddress } from '@/components/list/useListAddress';
export { LoadError } from '@/components/LoadError';
export { Menu, type MenuItem } from '@/components/Menu';
export {
  Action,
  MenuChoice,
  MenuSeparator as ActionSeparator,
  MenuWay,
} from '@/components/MenuItems';
export { Notice } from '@/components/Notice';
export { PageHeader } from '@/components/PageHeader';
export { Panel } from '@/components/Panel';
export { Pill } from '@/components/Pill';
export { ProblemNotice } from '@/components/ProblemNotice';
export { ProgressBar } from '@/components/ProgressBar';
export { RelativeTime } from '@/components/RelativeTime';
export { Skeleton } from '@/components/Skeleton';
export { Cell, HeadCell, Row, Table } from '@/components/Table';
export { Tags } from '@/components/Tags';
export { TwoColumns } from '@/components/TwoColumns';
export { Switch } from '@/components/Switch';
export { useToast } from '@/components/toasts';
