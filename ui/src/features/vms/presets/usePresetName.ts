import { useTranslation } from 'react-i18next';

const USUAL = ['small', 'medium', 'large', 'xlarge'] as const;

/** A size by its name; those that OBox brings have one in each language. */
export function usePresetName(): (name: string) => string {
  const { t } = useTranslation();
  return (name) => {
    const usual = USUAL.find((known) => known === name);
    return usual ? t(`vm.create.size.${usual}`) : name;
  };
}
