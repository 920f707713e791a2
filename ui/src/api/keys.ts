import type { AuditOutcome, JobState, MailState, UserState, VmState } from './schema';

export interface VmFilter {
  state?: VmState | undefined;
  q?: string | undefined;
  sort?: string | undefined;
}

export interface JobFilter {
  state?: JobState | undefined;
  kind?: string | undefined;
  subject?: string | undefined;
  parent?: string | undefined;
  /** Whether parts of other jobs are left out. */
  wholes?: 'true' | undefined;
  limit?: number | undefined;
}

export interface MailFilter {
  state?: MailState | undefined;
  /** A part of the address that they go to. */
  to?: string | undefined;
}

export interface UserFilter {
  /** A part of the address or the name. */
  q?: string | undefined;
  state?: UserState | undefined;
  /** Whether only those are wanted who are invited and have not come yet. */
  invited?: 'true' | undefined;
  sort?: string | undefined;
}

/** What is wanted of the audit log: parts of texts, and times. */
export interface AuditFilter {
  q?: string | undefined;
  who?: string | undefined;
  what?: string | undefined;
  object?: string | undefined;
  outcome?: AuditOutcome | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The names under which answers are cached; a shorter key stands for all that begin with it. */
export const keys = {
  me: ['me'],
  /** Whether the last session ended because its user wanted it. */
  loggedOut: ['loggedOut'],
  vms: ['vms'],
  vmList: (filter: VmFilter) => ['vms', 'list', filter],
  /** How many VMs a search finds in each state. */
  vmCounts: (q: string | undefined) => ['vms', 'counts', { q }],
  /** Not under `vms`, whose answers hold VMs. */
  vmTags: ['vmTags'],
  vm: (id: string) => ['vms', 'one', id],
  jobs: ['jobs'],
  jobList: (filter: JobFilter) => ['jobs', 'list', filter],
  /** A few of them, on one page. */
  jobsLike: (filter: JobFilter) => ['jobs', 'list', filter, 'few'],
  /** Not under `jobs`, whose answers hold jobs. */
  allJobCounts: ['jobCounts'],
  jobCounts: (filter: JobFilter) => ['jobCounts', filter],
  jobsOf: (vmId: string) => ['jobs', 'of', vmId],
  job: (id: string) => ['jobs', 'one', id],
  /** Not under `jobs`: it is never asked for again because one of them changes. */
  runningJobs: ['runningJobs'],
  jobLog: (id: string) => ['jobs', 'one', id, 'log'],
  images: ['images'],
  image: (id: string) => ['images', 'one', id],
  imageCopies: (id: string) => ['images', 'one', id, 'copies'],
  hosts: ['hosts'],
  /** Asked for again when VMs come and go, which events of hosts do not tell. */
  hostRoom: ['hosts', 'room'],
  bin: ['bin'],
  audit: ['audit'],
  auditList: (filter: AuditFilter) => ['audit', 'list', filter],
  auditRecord: (id: string) => ['audit', 'one', id],
  mails: ['mails'],
  mailList: (filter: MailFilter) => ['mails', 'list', filter],
  mail: (id: string) => ['mails', 'one', id],
  mailDelivery: ['mailDelivery'],
  usage: ['usage'],
  users: ['users'],
  userList: (filter: UserFilter) => ['users', 'list', filter],
  user: (id: string) => ['users', 'one', id],
  userUsage: (id: string) => ['users', 'usage', id],
  /** Not under `users`: they change without them. */
  userSessions: ['userSessions'],
  userSessionsOf: (id: string) => ['userSessions', id],
  registration: ['registration'],
  /** Without the token, which is a credential: there is one at a time. */
  invitation: ['invitation'],
  sessions: ['sessions'],
  modules: ['modules'],
  profile: ['profile'],
  sshKeys: ['sshKeys'],
  apiTokens: ['apiTokens'],
  secondFactor: ['secondFactor'],
  views: ['views'],
  viewsOf: (page: string) => ['views', page],
  presets: ['presets'],
  settings: ['settings'],
  mailTemplates: ['mailTemplates'],
} as const;
