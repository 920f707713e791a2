import { useTranslation } from 'react-i18next';
import type { Setting, SettingGroup } from '@/api/schema';
import { say } from '@/i18n/say';

/** How settings are called in the reader's language; in the words of the bundle that has them where the page knows none. */
export function useSettingTexts({ pid, name: title }: SettingGroup) {
  useTranslation();
  const code = `setting.${pid.replaceAll('.', '-')}`;
  return {
    title: say({ text: title, code: `${code}.title` }),
    label: ({ name, label }: Setting) => say({ text: label, code: `${code}.${name}.label` }),
    hint: ({ name, description }: Setting) =>
      description && say({ text: description, code: `${code}.${name}.hint` }),
  };
}
