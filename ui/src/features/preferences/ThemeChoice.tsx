import { useTranslation } from 'react-i18next';
import { IconChoice } from '@/components/IconChoice';
import { noteChosen } from './chosen';
import { useTheme } from './theme';

export function ThemeChoice() {
  const { t } = useTranslation();
  const [theme, chooseTheme] = useTheme();
  return (
    <IconChoice
      label={t('theme.label')}
      options={[
        { value: 'system', label: t('theme.system'), icon: 'system' },
        { value: 'light', label: t('theme.light'), icon: 'sun' },
        { value: 'dark', label: t('theme.dark'), icon: 'moon' },
      ]}
      value={theme}
      onChange={(next) => {
        noteChosen('theme');
        chooseTheme(next);
      }}
    />
  );
}
