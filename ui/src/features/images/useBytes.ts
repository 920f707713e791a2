import { useTranslation } from 'react-i18next';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** How much room something takes, in the unit that fits it. */
export function useBytes(): (bytes: number) => string {
  const { t } = useTranslation();
  return (bytes) => {
    const [unit, size] = bytes >= GIB ? (['gigabyte', GIB] as const) : (['megabyte', MIB] as const);
    return t(`unit.${unit}`, { value: Math.round((bytes / size) * 10) / 10 });
  };
}
