import type { components } from './openapi';

/** Names for the objects of the REST interface; what they hold is in the document that the server publishes. */
type Schemas = components['schemas'];

export type ContributedModule = Schemas['Contribution'];
export type FieldError = Schemas['FieldError'];
export type Host = Schemas['Host'];
export type HostPage = Schemas['HostPage'];
export type Image = Schemas['Image'];
export type ImagePage = Schemas['ImagePage'];
export type Job = Schemas['Job'];
export type JobLogLine = Schemas['JobLogLine'];
export type JobLogLinePage = Schemas['JobLogLinePage'];
export type JobPage = Schemas['JobPage'];
export type JobState = Schemas['JobState'];
export type PageModules = Schemas['Contributions'];
export type PowerAction = Schemas['PowerAction'];
export type Problem = Schemas['Problem'];
export type RepairAction = Schemas['RepairAction'];
export type User = Schemas['User'];
export type Vm = Schemas['Vm'];
export type VmPage = Schemas['VmPage'];
export type VmPatch = Schemas['VmPatch'];
export type VmRequest = Schemas['VmRequest'];
export type VmState = Schemas['VmState'];
