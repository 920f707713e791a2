import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import type { MailWords } from '@/api/schema';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { TextArea, TextInput } from '@/components/inputs';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { sortErrors } from '@/lib/fieldErrors';
import { Preview } from './Preview';
import { useChooseWords, usePreview, type Edited } from './queries';

const FIELDS = ['subject', 'text', 'html'] as const;

/** The words of mails of one kind in one language. What the server finds wrong stands at the fields, the first of which is gone to. */
export function WordsForm({ template, language }: Edited) {
  const { t } = useTranslation();
  const say = useToast();
  const choose = useChooseWords({ template, language });
  const preview = usePreview({ template, language });
  const translation = template.translations.find((each) => each.language === language);
  const [words, setWords] = useState<MailWords>(
    translation?.chosen ?? translation?.standard ?? { subject: '', text: '', html: null },
  );
  const form = useRef<HTMLFormElement>(null);
  const error = choose.error ?? preview.error;
  const faults = error instanceof ProblemError ? error.fieldErrors : [];
  const { fields, others } = sortErrors(faults, FIELDS);
  const first = FIELDS.find((field) => fields[field]);

  useEffect(() => {
    if (error && first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  }, [error, first]);

  const send = (sent: MailWords | undefined) => {
    if (choose.isPending) return;
    preview.reset();
    choose.mutate(sent, {
      onSuccess: () => {
        say(t(sent ? 'mail.template.saved' : 'mail.template.restored'));
      },
    });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send(words);
  };
  const change = (part: Partial<MailWords>) => {
    setWords((now) => ({ ...now, ...part }));
  };

  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <Panel title={t('mail.template.words')}>
        <form ref={form} onSubmit={submit} noValidate className="space-y-5 px-5 py-4">
          {error && (!first || others.length > 0) && <ProblemNotice error={error} />}
          <Field label={t('mail.template.subject')} errors={fields.subject ?? []}>
            {(control) => (
              <TextInput
                {...control}
                name="subject"
                lang={language}
                value={words.subject}
                autoComplete="off"
                onChange={(event) => {
                  change({ subject: event.target.value });
                }}
              />
            )}
          </Field>
          <Field
            label={t('mail.template.text')}
            hint={t('mail.template.arguments', {
              names: template.arguments.map((name) => `{${name}}`).join(', '),
            })}
            errors={fields.text ?? []}
          >
            {(control) => (
              <TextArea
                {...control}
                name="text"
                lang={language}
                rows={12}
                value={words.text}
                onChange={(event) => {
                  change({ text: event.target.value });
                }}
              />
            )}
          </Field>
          <Field
            label={t('mail.template.html')}
            optional={t('mail.template.optional')}
            hint={t('mail.template.htmlHint')}
            errors={fields.html ?? []}
          >
            {(control) => (
              <TextArea
                {...control}
                name="html"
                lang={language}
                rows={6}
                spellCheck={false}
                className="font-mono text-sm"
                value={words.html ?? ''}
                onChange={(event) => {
                  const html = event.target.value;
                  change({ html: html === '' ? null : html });
                }}
              />
            )}
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" unavailable={choose.isPending}>
              {t('settings.save')}
            </Button>
            <Button
              unavailable={preview.isPending}
              onClick={() => {
                choose.reset();
                preview.mutate(words);
              }}
            >
              {t('mail.template.preview')}
            </Button>
            {translation?.chosen && (
              <Button
                look="ghost"
                unavailable={choose.isPending}
                onClick={() => {
                  send(undefined);
                }}
              >
                {t('mail.template.restore')}
              </Button>
            )}
          </div>
        </form>
      </Panel>
      {preview.data && <Preview mail={preview.data} language={language} />}
    </div>
  );
}
