import type { JobState, VmState } from './schema';

export interface VmFilter {
  state?: VmState | undefined;
  q?: string | undefined;
  sort?: string | undefined;
}

export interface JobFilter {
  state?: JobState | undefined;
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
  vm: (id: string) => ['vms', 'one', id],
  jobs: ['jobs'],
  jobList: (filter: JobFilter) => ['jobs', 'list', filter],
  jobsOf: (vmId: string) => ['jobs', 'of', vmId],
  job: (id: string) => ['jobs', 'one', id],
  jobLog: (id: string) => ['jobs', 'one', id, 'log'],
  images: ['images'],
  hosts: ['hosts'],
  modules: ['modules'],
  profile: ['profile'],
  sshKeys: ['sshKeys'],
  views: ['views'],
  viewsOf: (page: string) => ['views', page],
} as const;
