import { useTranslation } from 'react-i18next';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** How much room something takes, in the unit that fits it. */
export function useBytes(): (bytes: number) => string {
  const { t, i18n } = useTranslation();
  return (bytes) => {
    const [unit, size] = bytes >= GIB ? (['gigabyte', GIB] as const) : (['megabyte', MIB] as const);
    const value = (bytes / size).toLocaleString(i18n.language, { maximumFractionDigits: 1 });
    return t(`unit.${unit}`, { value });
  };
}
