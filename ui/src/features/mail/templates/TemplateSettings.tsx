import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailTemplate } from '@/api/schema';
import { Field } from '@/components/Field';
import { Select } from '@/components/form/Select';
import { LoadError } from '@/components/LoadError';
import { Skeleton } from '@/components/Skeleton';
import { mailTemplatesQuery } from './queries';
import { WordsForm } from './WordsForm';

/** What mails say: one kind of mail in one language at a time. */
export function TemplateSettings() {
  const { t, i18n } = useTranslation();
  const templates = useQuery(mailTemplatesQuery);
  const [name, setName] = useState<string>();
  const [language, setLanguage] = useState(i18n.language);
  if (!templates.data) {
    return templates.error ? (
      <LoadError
        error={templates.error}
        title={t('mail.template.failed')}
        onRetry={() => void templates.refetch()}
      />
    ) : (
      <Skeleton className="h-64" />
    );
  }
  const template = templates.data.find((each) => each.name === name) ?? templates.data[0];
  if (!template) return null;
  return (
    <>
      <p className="mb-4 max-w-2xl text-ink-soft">{t('mail.template.about')}</p>
      <div className="mb-6 grid max-w-2xl gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Field label={t('mail.template.kind')}>
          {(control) => (
            <Select
              {...control}
              value={template.name}
              options={templates.data.map((each) => ({
                value: each.name,
                label: titleOf(each, i18n.language),
              }))}
              onChange={(event) => {
                setName(event.target.value);
              }}
            />
          )}
        </Field>
        <Field label={t('mail.template.language')}>
          {(control) => (
            <Select
              {...control}
              value={language}
              options={template.translations.map((each) => ({
                value: each.language,
                label: t(`mail.template.languages.${each.language === 'fr' ? 'fr' : 'en'}`),
              }))}
              onChange={(event) => {
                setLanguage(event.target.value);
              }}
            />
          )}
        </Field>
      </div>
      <WordsForm
        key={`${template.name} ${language} ${template.version}`}
        template={template}
        language={language}
      />
    </>
  );
}

/** What its mails are called in the reader's language, by themselves. */
function titleOf({ name, translations }: MailTemplate, language: string): string {
  return translations.find((each) => each.language === language)?.standard.subject ?? name;
}
