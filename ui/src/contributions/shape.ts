import type { Contribution, ContributionPoint } from './contribution';
import { Refusal } from './refusal';

type Check = (value: unknown) => boolean;
type Shape = Record<string, Check>;

const text: Check = (value) => typeof value === 'string';
const yesOrNo: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => typeof value === 'number';
const call: Check = (value) => typeof value === 'function';
const component: Check = (value) => call(value) || (isObject(value) && '$$typeof' in value);

function optional(check: Check): Check {
  return (value) => value === undefined || value === null || check(value);
}

function oneOf(...known: string[]): Check {
  return (value) => typeof value === 'string' && known.includes(value);
}

const access = optional(oneOf('user', 'admin'));
const ordered: Shape = { order: optional(number) };
const content: Shape = { ...ordered, id: text, content: component };
const tab: Shape = { ...content, label: text };

/** What the page relies on where it draws something, or calls it. */
const SHAPES: Record<ContributionPoint, Shape> = {
  navigationGroups: { ...ordered, id: text, label: text },
  navigation: { ...ordered, to: text, icon: text, label: text, group: text, access },
  routes: { path: text, page: component, access },
  banners: content,
  preferences: content,
  settings: { ...tab, access },
  commands: {
    ...ordered,
    id: text,
    label: text,
    icon: optional(text),
    to: optional(text),
    run: optional(call),
  },
  cards: { ...content, area: oneOf('main', 'side') },
  vmTabs: tab,
  vmCards: { ...content, area: oneOf('main', 'side') },
  vmColumns: {
    ...tab,
    bare: optional(yesOrNo),
    width: optional(number),
    headClass: optional(text),
    cellClass: optional(text),
    sort: optional(text),
    descends: optional(yesOrNo),
    hidden: optional(yesOrNo),
  },
  vmMenu: {
    ...ordered,
    id: text,
    label: text,
    icon: optional(text),
    harmful: optional(yesOrNo),
    unavailable: optional(call),
    left: optional(call),
    to: optional(call),
    run: optional(call),
    dialog: optional(component),
  },
  vmSparklines: tab,
  vmActions: content,
  hostTabs: tab,
  jobKinds: {
    kind: text,
    action: optional(text),
    label: text,
    icon: optional(text),
    parts: optional(yesOrNo),
  },
  objectTypes: { type: text, path: call },
  eventTypes: { type: text, mend: call },
};

const NO_POINTS = new Set(['id', 'name', 'texts']);

/** Sees to it that what a module exports can be drawn; its types may not have been looked at by anybody. */
export function checkShape(contribution: Contribution): void {
  const texts: unknown = contribution.texts;
  if (texts !== undefined && !(isObject(texts) && Object.values(texts).every(isObject))) {
    throw new Refusal('contribution.refused.texts');
  }
  for (const [key, value] of Object.entries(contribution)) {
    if (!NO_POINTS.has(key)) checkPoint(key, value);
  }
}

/** It is a list, also at a point that this page does not know. */
function checkPoint(point: string, items: unknown): void {
  if (!Array.isArray(items)) throw new Refusal('contribution.refused.list', { point });
  if (!Object.hasOwn(SHAPES, point)) return;
  const shape = SHAPES[point as ContributionPoint];
  items.forEach((item: unknown, index) => {
    const number = index + 1;
    if (!isObject(item)) throw new Refusal('contribution.refused.item', { point, number });
    const wrong = Object.entries(shape).find(([field, fits]) => !fits(item[field]));
    if (wrong) {
      throw new Refusal('contribution.refused.field', { point, number, field: wrong[0] });
    }
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
