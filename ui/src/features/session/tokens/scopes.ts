/** What everybody's tokens can be good for. */
const OWN = ['vms', 'jobs', 'images', 'hosts', 'profile', 'events'] as const;

/** What is an administrator's alone. */
const OF_ADMINS = ['users', 'mails', 'audit', 'settings'] as const;

export type Resource = (typeof OWN)[number] | (typeof OF_ADMINS)[number];

export type Grant = 'none' | 'read' | 'write';

export type Grants = Partial<Record<Resource, Grant>>;

export function resourcesOf(role: string): readonly Resource[] {
  return role === 'ADMIN' ? [...OWN, ...OF_ADMINS] : OWN;
}

/** Nothing but reading makes sense of these. */
export function isReadOnly(resource: Resource): boolean {
  return resource === 'events' || resource === 'audit';
}

export function scopesOf(grants: Grants): string[] {
  return Object.entries(grants)
    .filter(([, grant]) => grant !== 'none')
    .map(([resource, grant]) => `${resource}:${grant}`);
}
