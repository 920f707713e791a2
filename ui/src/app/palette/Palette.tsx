import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '@/components/useModal';
import { later } from '@/contributions/later';
import { Slot } from '@/contributions/Slot';
import { PaletteInput } from './PaletteInput';

const OBOX = { id: 'palette', name: 'OBox' };

/** What is found, which is loaded when it is first wanted, or before. */
export const PaletteContent = later(async () => (await import('./PaletteContent')).PaletteContent);

/** Finds machines, pages and actions by what is typed. The input is there at once, so that no letter is lost. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useModal();
  const [text, setText] = useState('');
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape closes it
    <dialog
      ref={dialog}
      aria-label={t('palette.label')}
      onClose={(event) => {
        if (event.target === event.currentTarget && !event.currentTarget.open) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="mx-auto mt-[12dvh] mb-auto w-[min(38rem,calc(100vw-1.5rem))] rounded-panel border border-line bg-raised p-0 text-ink shadow-raised max-sm:mt-3"
    >
      <Slot by={OBOX} waiting={<PaletteInput text={text} onChange={setText} />}>
        <PaletteContent text={text} onChange={setText} onClose={onClose} />
      </Slot>
    </dialog>
  );
}
