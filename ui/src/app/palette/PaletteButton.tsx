import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/components/icons';
import { Palette } from './Palette';

const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette; so does Ctrl+K, or ⌘K, wherever the focus is. */
export function PaletteButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wanted = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!wanted || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (document.querySelector('dialog[open]')) return;
      // What is typed next belongs into it already.
      flushSync(() => {
        setOpen(true);
      });
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t('palette.open')}
        aria-keyshortcuts={APPLE ? 'Meta+K' : 'Control+K'}
        onClick={() => {
          setOpen(true);
        }}
        className="mr-auto ml-1 flex h-9 items-center gap-2.5 rounded-control px-2.5 text-ink-faint transition-colors hover:text-ink max-sm:mr-0 max-sm:ml-auto max-sm:hover:bg-sunken sm:w-72 sm:border sm:border-line sm:bg-surface sm:hover:border-line-strong lg:ml-0"
      >
        <Icon name="search" className="size-4.5" />
        <span className="max-sm:sr-only">{t('palette.hint')}</span>
        <kbd className="ml-auto rounded border border-line px-1.5 font-sans text-xs max-sm:hidden">
          {APPLE ? '⌘ K' : 'Ctrl K'}
        </kbd>
      </button>
      {open && (
        <Palette
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
