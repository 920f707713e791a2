import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';

const NAMES = {
  'vm.create': 'job.kind.vmCreate',
  'vm.power': 'job.kind.vmPower',
  'vm.power start': 'vm.action.start',
  'vm.power shutdown': 'vm.action.shutdown',
  'vm.power stop': 'vm.action.stop',
  'vm.power reboot': 'vm.action.reboot',
  'vm.power reset': 'vm.action.reset',
  'vm.power pause': 'vm.action.pause',
  'vm.power resume': 'vm.action.resume',
  'vm.delete': 'job.kind.vmDelete',
  'vm.clean': 'job.kind.vmClean',
  'vm.update': 'job.kind.vmUpdate',
  'image.import': 'job.kind.imageImport',
} as const;

function isKnown(name: string): name is keyof typeof NAMES {
  return Object.hasOwn(NAMES, name);
}

/** What a job does, in words; a kind that the page does not know yet keeps its technical name. */
export function useJobName(): (job: Pick<Job, 'kind' | 'action'>) => string {
  const { t } = useTranslation();
  return ({ kind, action }) => {
    const name = [`${kind} ${action ?? ''}`, kind].find(isKnown);
    return name ? t(NAMES[name]) : kind;
  };
}
