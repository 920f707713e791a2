import { useTranslation } from 'react-i18next';
import type { MailPreview } from '@/api/schema';
import { Panel } from '@/components/Panel';

/** A mail as its reader would see it. Its HTML is in a frame that may do nothing: no scripts, no forms, no way out of it. What the
 * security policy of the page forbids, such as styles within elements, is left out. */
export function Preview({ mail, language }: { mail: MailPreview; language: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('mail.template.previewOf')}>
      <div className="space-y-4 px-5 py-4">
        <p lang={language} className="font-semibold">
          {mail.subject}
        </p>
        <iframe
          sandbox=""
          title={t('mail.template.asHtml')}
          srcDoc={mail.html}
          className="bg-white h-96 w-full rounded-control border border-line"
        />
        <p className="text-sm text-ink-faint">{t('mail.template.previewHint')}</p>
        <pre
          lang={language}
          aria-label={t('mail.template.asText')}
          className="font-mono text-sm wrap-anywhere whitespace-pre-wrap text-ink-soft"
        >
          {mail.text}
        </pre>
      </div>
    </Panel>
  );
}
