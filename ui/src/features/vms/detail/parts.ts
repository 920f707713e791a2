/** What OBox itself shows on the page of a VM, as one script. */
export { VmAccess } from './VmAccess';
export { VmFacts } from './VmFacts';
export { VmOverview } from './VmOverview';
export { VmProtection } from './VmProtection';
