import { defineConfig } from 'eslint/config';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const textOutsideLanguageFiles = [
  {
    selector: 'JSXText[value=/\\p{L}{2,}/u]',
    message: 'Text belongs in src/locales.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(aria-label|aria-description|title|placeholder|alt)$/] > Literal[value=/\\p{L}{2,}/u]',
    message: 'Text belongs in src/locales.',
  },
];

const wordsOfTheServer = [
  "MemberExpression[property.name='detail']",
  "MemberExpression[property.name='remedy'][object.name=/[pP]roblem$/]",
  "MemberExpression[property.name='remedy'][object.property.name='problem']",
  'ObjectPattern > Property[key.name=/^(detail|remedy)$/]',
].map((selector) => ({
  selector,
  message: 'It is English: say it by detailOf, remedyOf or sortErrors.',
}));

export default defineConfig(
  {
    ignores: [
      'dist',
      'public',
      'test-results',
      'playwright-report',
      'src/api/openapi.ts',
      'sdk/types',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
    languageOptions: { globals: globals.browser },
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true }],
      'no-restricted-syntax': ['error', ...textOutsideLanguageFiles, ...wordsOfTheServer],
    },
  },
  {
    // They say it in the reader's language.
    files: ['src/api/problem.ts', 'src/lib/fieldErrors.ts', 'src/**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...textOutsideLanguageFiles] },
  },
  {
    // What every feature uses knows none of them.
    files: ['src/components/**', 'src/lib/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['@/features/*', '@/app/*', '@/domain/*', '@/contributions/*'] },
      ],
    },
  },
  {
    // Features meet in what they contribute, so that each could as well come from a bundle of its own.
    files: ['src/features/**', 'src/domain/**', 'src/contributions/**', 'src/api/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['@/features/*', '@/app/*'] }],
    },
  },
  {
    files: ['**/*.mjs', 'e2e/**', 'scripts/**'],
    languageOptions: { globals: globals.node },
  },
  prettier,
);
