import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { ChangeEvent } from '@/api/invalidation';
import type { Host, User, Vm } from '@/api/schema';
import type { IconName } from '@/components/icons';

/** Who may see a part: whoever is logged in; administrators. There are no contributions without a session. */
export type Access = 'user' | 'admin';

/** What has a place among others: the lower the number, the earlier; 100 where none is given. */
export interface Ordered {
  order?: number;
}

/** A heading in the navigation, under which entries stand. */
export interface NavigationGroup<Key extends string = string> extends Ordered {
  id: string;
  label: Key;
}

/** A place that the navigation leads to. */
export interface NavigationEntry<Key extends string = string> extends Ordered {
  to: string;
  icon: IconName;
  label: Key;
  /** The id of a group. OBox has `compute` and `operations`; where there is no such group, it stands under `other`. */
  group: string;
  access?: Access;
}

/** A page at an address. */
export interface PageRoute {
  /**
   * As React Router writes it, without the first slash: `racks/:id`. The first part is a fixed name that no other contributor
   * has pages below.
   */
  path: string;
  page: ComponentType;
  access?: Access;
}

/** Something of a page that shows one object, a tab of it for example. */
export interface Content<Props> extends Ordered {
  /** Unique among all that contribute to the same point. Part of the address where there is one. */
  id: string;
  content: ComponentType<Props>;
}

/** A tab beside others, with an address of its own. */
export interface Tab<Props, Key extends string = string> extends Content<Props> {
  label: Key;
}

/** A panel on an overview: what is worked with in the wide column, what is looked up in the narrow one. */
export interface Card<Props> extends Content<Props> {
  area: 'main' | 'side';
}

/** A column of a list. */
export interface Column<Props, Key extends string = string> extends Content<Props> {
  label: Key;
  /** Whether a value says by itself what it is: on a small screen, where rows are cards, others stand beside their label. */
  bare?: boolean;
  /** In pixels; columns without it share what is left. */
  width?: number;
  /** Classes of the head, for the width; of the cell, which is a row of its own on a small screen where none are given. */
  headClass?: string;
  cellClass?: string;
  /** What the server's `sort=` calls the order by this column, if it knows one. */
  sort?: string;
  /** Whether it is sorted the largest or newest first. */
  descends?: boolean;
  /** Whether it is shown only to those who choose it. */
  hidden?: boolean;
}

/** A small graph in a row of a list, 60 by 28 pixels: as wide and as high as its place, whatever it shows. */
export type Sparkline<Props, Key extends string = string> = Tab<Props, Key>;

/** Something that the command palette offers: a place to go to, or something to do. */
export type Command<Key extends string = string> = Ordered & {
  id: string;
  label: Key;
  icon?: IconName;
} & ({ to: string } | { run: () => void });

/**
 * Something that the menus of an object offer, on its page and in lists: a place to go to, something to do, or something to ask or
 * to fill in first.
 */
export type MenuEntry<Props, Key extends string = string> = Ordered & {
  id: string;
  label: Key;
  icon?: IconName;
  /** What takes something away. */
  harmful?: boolean;
  /** The key of why it can't be done at the moment; undefined where it can. */
  unavailable?: (props: Props) => Key | undefined;
  /** Whether a dialog of its own opens with the page of the object, because something was left in it. */
  left?: (props: Props, user: User) => boolean;
} & (
    | { to: (props: Props) => string }
    | { run: (props: Props) => void }
    /** A dialog, which is there from when it is chosen until it says that it is closed. */
    | { dialog: ComponentType<Props & { onClose: () => void }> }
  );

/** A section of the settings; its id is part of the address. */
export interface SettingsSection<Key extends string = string> extends Tab<object, Key> {
  access?: Access;
}

/** How jobs of a kind are called. */
export interface JobKind<Key extends string = string> {
  kind: string;
  /** Where the name is that of jobs with this action only. */
  action?: string;
  label: Key;
  /** Stands beside the name. */
  icon?: IconName;
  /** Jobs of this kind have parts, which are jobs of their own. */
  parts?: boolean;
}

/** Objects that jobs are about, and the page that shows one of them. */
export interface ObjectType {
  type: string;
  path: (id: string) => string;
}

/** What an event of a type means for the answers that the page has cached. */
export interface EventType {
  /** As the event stream names it. */
  type: string;
  /**
   * Writes what the event tells into cached answers.
   *
   * @returns the keys of those that it does not tell enough for; they are asked for again
   */
  mend: (event: ChangeEvent, queryClient: QueryClient) => QueryKey[];
}

/** Every point of the page that can be contributed to, and what is contributed there. */
export interface ContributionPoints<Key extends string = string> {
  navigationGroups: NavigationGroup<Key>;
  navigation: NavigationEntry<Key>;
  routes: PageRoute;
  /** Above every page. */
  banners: Content<object>;
  /** Small controls for how the page looks, in the settings and on the login page. */
  preferences: Content<object>;
  settings: SettingsSection<Key>;
  commands: Command<Key>;
  /** On the overview, where people begin. */
  cards: Card<object>;
  vmTabs: Tab<{ vm: Vm }, Key>;
  vmCards: Card<{ vm: Vm }>;
  vmColumns: Column<{ vm: Vm }, Key>;
  /** In the list of VMs, which shows the first two and has room for them before there are any. */
  vmSparklines: Sparkline<{ vm: Vm }, Key>;
  /** In the menu of a VM's page, and in that of its row. */
  vmMenu: MenuEntry<{ vm: Vm }, Key>;
  /** Beside the menu of a VM's page. */
  vmActions: Content<{ vm: Vm }>;
  hostTabs: Tab<{ host: Host }, Key>;
  jobKinds: JobKind<Key>;
  objectTypes: ObjectType;
  eventTypes: EventType;
}

export type ContributionPoint = keyof ContributionPoints;

/** Texts by their keys, as i18next reads them. */
export interface Texts {
  [key: string]: string | Texts;
}

/** All that one part adds to the page. */
export type Contribution<Key extends string = string> = {
  readonly [P in ContributionPoint]?: readonly ContributionPoints<Key>[P][];
} & {
  /** Unique: the bundle's symbolic name, say. */
  readonly id: string;
  /** What people call it; they read it where it has a fault. */
  readonly name: string;
  /** Texts by language. Labels are keys in them, and so is what its components translate. English is needed. */
  readonly texts?: Readonly<Record<string, Texts>>;
};

/** Says that this is a contribution; a module that is loaded at run time exports one as its default. */
export function defineContribution<Key extends string>(
  contribution: Contribution<Key>,
): Contribution<Key> {
  return contribution;
}
