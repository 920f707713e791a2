import { useTranslation } from 'react-i18next';

const NAMES = {
  'vm.create': 'job.kind.vmCreate',
  'vm.power': 'job.kind.vmPower',
  'vm.delete': 'job.kind.vmDelete',
  'vm.update': 'job.kind.vmUpdate',
  'image.import': 'job.kind.imageImport',
} as const;

function isKnown(kind: string): kind is keyof typeof NAMES {
  return Object.hasOwn(NAMES, kind);
}

/** A kind of job in words; one that the page does not know yet keeps its technical name. */
export function useJobKind(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => (isKnown(kind) ? t(NAMES[kind]) : kind);
}
