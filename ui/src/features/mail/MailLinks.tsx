import { useTranslation } from 'react-i18next';
import { CopyButton } from '@/components/CopyButton';
import { Panel } from '@/components/Panel';

/** The links of a mail that its recipient has not got: whoever opens one acts for the recipient. */
export function MailLinks({ links }: { links: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('mail.links')}>
      <p className="px-5 pt-4 text-sm text-ink-soft">{t('mail.linksAbout')}</p>
      <ul className="px-5 py-3">
        {links.map((link) => (
          <li key={link} className="flex items-center gap-2 py-1">
            <a
              href={link}
              rel="noreferrer noopener"
              target="_blank"
              className="min-w-0 font-mono text-sm break-all underline underline-offset-4"
            >
              {link}
            </a>
            <CopyButton text={link} label={t('mail.copyLink')} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
