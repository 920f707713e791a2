import type { ContributionPoint, ContributionPoints } from './contribution';

type Identities = { [P in ContributionPoint]: (item: ContributionPoints[P]) => string | undefined };

const id = (item: { id: string }) => item.id;

/** What tells things apart that are contributed to the same point; undefined where any number may say the same. */
const IDENTITIES: Identities = {
  navigationGroups: id,
  navigation: ({ to }) => to.replace(/^\/+|\/+$/g, ''),
  routes: ({ path }) => path,
  banners: id,
  preferences: id,
  settings: id,
  commands: id,
  cards: id,
  vmTabs: id,
  vmCards: id,
  vmColumns: id,
  vmMenu: id,
  vmSparklines: id,
  vmActions: id,
  hostTabs: id,
  jobKinds: ({ kind, action }) => (action === undefined ? kind : `${kind} ${action}`),
  objectTypes: ({ type }) => type,
  eventTypes: () => undefined,
};

export const POINTS = Object.keys(IDENTITIES) as ContributionPoint[];

export function identityOf(point: ContributionPoint, item: unknown): string | undefined {
  return (IDENTITIES[point] as (item: unknown) => string | undefined)(item);
}
