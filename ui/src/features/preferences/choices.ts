/** What is shown where the page's look is chosen, as one script. */
export { LanguageChoice } from './LanguageChoice';
export { ThemeChoice } from './ThemeChoice';
