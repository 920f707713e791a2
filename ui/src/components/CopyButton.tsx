import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button';

const SHOWN_MILLIS = 1_600;

/** Copies a text. Browsers have no clipboard for pages without TLS (other than localhost): then it is not shown. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => {
      setCopied(false);
    }, SHOWN_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);

  if (!window.isSecureContext) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <IconButton
        icon={copied ? 'check' : 'copy'}
        label={label}
        className={copied ? 'text-live' : undefined}
        onClick={() => void copy()}
      />
      <span role="status" className="sr-only">
        {copied ? t('common.copied') : ''}
      </span>
    </>
  );
}
