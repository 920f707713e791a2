import type { components } from './openapi';

/** Names for the objects of the REST interface; what they hold is in the document that the server publishes. */
type Schemas = components['schemas'];

export type ContributedModule = Schemas['Contribution'];
export type FieldError = Schemas['FieldError'];
export type Host = Schemas['Host'];
export type HostPage = Schemas['HostPage'];
export type Image = Schemas['Image'];
export type ImageCopy = Schemas['ImageCopy'];
export type ImagePage = Schemas['ImagePage'];
export type Job = Schemas['Job'];
export type JobLogLine = Schemas['JobLogLine'];
export type JobLogLinePage = Schemas['JobLogLinePage'];
export type JobPage = Schemas['JobPage'];
export type JobState = Schemas['JobState'];
export type PageModules = Schemas['Contributions'];
export type PowerAction = Schemas['PowerAction'];
export type Problem = Schemas['Problem'];
export type Profile = Schemas['Profile'];
export type ProfilePatch = Schemas['ProfilePatch'];
export type RepairAction = Schemas['RepairAction'];
export type SavedView = Schemas['SavedView'];
export type SavedViewPage = Schemas['SavedViewPage'];
export type SshKey = Schemas['SshKey'];
export type SshKeyPage = Schemas['SshKeyPage'];
export type SshKeyRequest = Schemas['SshKeyRequest'];
export type Session = Schemas['Session'];
export type SessionPage = Schemas['SessionPage'];
export type Usage = Schemas['Usage'];
export type User = Schemas['User'];
export type ViewPatch = Schemas['ViewPatch'];
export type ViewRequest = Schemas['ViewRequest'];
export type Vm = Schemas['Vm'];
export type VmPage = Schemas['VmPage'];
export type VmPatch = Schemas['VmPatch'];
export type VmRequest = Schemas['VmRequest'];
export type VmState = Schemas['VmState'];
