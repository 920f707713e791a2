import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/components/icons';

/** Takes the focus, and goes on with what was typed before. */
export function PaletteInput({
  text,
  onChange,
  ...rest
}: { text: string; onChange: (text: string) => void } & Omit<
  ComponentProps<'input'>,
  'onChange' | 'value'
>) {
  const { t } = useTranslation();
  return (
    <div className="flex h-13 items-center gap-3 px-4">
      <Icon name="search" className="text-ink-faint" />
      <input
        ref={takeFocus}
        type="text"
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        className="h-full min-w-0 flex-1 bg-transparent text-lg outline-hidden placeholder:text-ink-faint"
        {...rest}
      />
    </div>
  );
}

function takeFocus(input: HTMLInputElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}
