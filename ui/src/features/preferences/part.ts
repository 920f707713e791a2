import { atFirst, later } from '@/contributions/later';
import { definePart } from '@/contributions/own';
import { chooseLanguage } from '@/i18n';
import { mendProfile } from './mending';
import { chooseTheme } from './theme';

export default definePart({
  id: 'preferences',
  commands: [
    {
      id: 'light',
      label: 'preferences.light',
      icon: 'sun',
      run: () => {
        chooseTheme('light');
      },
    },
    {
      id: 'dark',
      label: 'preferences.dark',
      icon: 'moon',
      run: () => {
        chooseTheme('dark');
      },
    },
    {
      id: 'system',
      label: 'preferences.system',
      icon: 'system',
      run: () => {
        chooseTheme('system');
      },
    },
    { id: 'en', label: 'preferences.en', icon: 'language', run: () => void chooseLanguage('en') },
    { id: 'fr', label: 'preferences.fr', icon: 'language', run: () => void chooseLanguage('fr') },
  ],
  settings: [
    {
      id: 'keyboard',
      label: 'preferences.keyboard',
      order: 15,
      content: later(async () => (await import('./KeyboardSettings')).KeyboardSettings),
    },
  ],
  eventTypes: [{ type: 'user', mend: mendProfile }],
  preferences: [
    {
      id: 'theme',
      order: 10,
      content: atFirst(async () => (await import('./choices')).ThemeChoice),
    },
    {
      id: 'language',
      order: 20,
      content: atFirst(async () => (await import('./choices')).LanguageChoice),
    },
  ],
});
