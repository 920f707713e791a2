import { definePart } from '@/contributions/own';
import { LanguageChoice } from './LanguageChoice';
import { ThemeChoice } from './ThemeChoice';

export default definePart({
  id: 'preferences',
  preferences: [
    { id: 'theme', order: 10, content: ThemeChoice },
    { id: 'language', order: 20, content: LanguageChoice },
  ],
});
