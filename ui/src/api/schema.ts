/**
 * The objects of the REST interface, as the page uses them. Written by hand until the OpenAPI document is
 * checked in; then `npm run generate:api` writes `openapi.ts` and this file only names its schemas.
 */

/** An RFC 3339 time in UTC. */
export type Instant = string;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface FieldError {
  /** JSON pointer into the request body, such as `/name`. */
  pointer: string;
  detail: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  errors?: FieldError[];
  incident?: string;
  remedy?: string;
}

export interface NamedRef {
  id: string;
  name: string;
}

export interface OwnerRef {
  id: string;
  email: string;
}

export interface User {
  id: string;
  email: string;
  name: string;
  role: 'ADMIN' | 'USER';
  state: 'UNVERIFIED' | 'ACTIVE' | 'DISABLED';
  locale: string | null;
  mustChangePassword: boolean;
  createdAt: Instant;
  lastLoginAt: Instant | null;
  version: number;
}

export type VmState =
  'REQUESTED' | 'PROVISIONING' | 'RUNNING' | 'STOPPED' | 'PAUSED' | 'FAILED' | 'DELETING' | 'LOST';

export type PowerAction = 'start' | 'shutdown' | 'stop' | 'reboot' | 'reset' | 'pause' | 'resume';

export interface Vm {
  id: string;
  name: string;
  owner: OwnerRef;
  image: NamedRef;
  host: NamedRef | null;
  vcpus: number;
  memoryMib: number;
  diskGib: number;
  network: string | null;
  tags: string[];
  autostart: boolean;
  desiredPower: 'RUNNING' | 'STOPPED' | 'PAUSED';
  state: VmState;
  addresses: string[];
  console: { vnc: boolean; serial: boolean };
  problem: Problem | null;
  job: JobSummary | null;
  createdAt: Instant;
  startedAt: Instant | null;
  version: number;
}

export interface VmRequest {
  name: string;
  imageId: string;
  vcpus: number;
  memoryMib: number;
  diskGib: number;
  sshKeys: string[];
  tags: string[];
  autostart: boolean;
}

export interface VmPatch {
  name?: string;
  tags?: string[];
}

export type JobState =
  'SCHEDULED' | 'AVAILABLE' | 'RUNNING' | 'RETRYABLE' | 'COMPLETED' | 'DISCARDED' | 'CANCELLED';

export interface JobProgress {
  percent: number;
  step: string | null;
}

/** The unfinished job of an object, as embedded in it. */
export interface JobSummary {
  id: string;
  kind: string;
  state: JobState;
  progress: JobProgress;
}

export interface Job extends JobSummary {
  subject: { type: string; id: string; name: string };
  owner: OwnerRef | null;
  priority: 'CRITICAL' | 'HIGH' | 'NORMAL' | 'LOW';
  attempt: number;
  maxAttempts: number;
  problem: Problem | null;
  createdAt: Instant;
  scheduledAt: Instant;
  startedAt: Instant | null;
  finishedAt: Instant | null;
  node: string | null;
}

export interface JobLogLine {
  seq: number;
  at: Instant;
  attempt: number;
  text: string;
}

export interface Image {
  id: string;
  name: string;
  os: string;
  version: string;
  arch: string;
  format: string;
  virtualSizeBytes: number | null;
  sizeBytes: number | null;
  sha256: string | null;
  defaultUser: string | null;
  state: 'READY' | 'IMPORTING' | 'FAILED' | 'AVAILABLE';
  source: string | null;
  createdAt: Instant;
}

export interface Host {
  id: string;
  name: string;
  uri: string;
  backend: string;
  state: 'UP' | 'DOWN' | 'MAINTENANCE';
  cpus: number;
  memoryMib: number;
  storageGib: number;
  used: { vcpus: number; memoryMib: number; diskGib: number };
  capabilities: string[];
  accelerated: boolean;
  vms: number;
  version: number;
}
