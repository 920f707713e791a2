import { useTranslation } from 'react-i18next';
import type { Setting } from '@/api/schema';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { SettingInput, type Typed } from './SettingInput';

/** One setting, with where its value comes from and the way back to what the node says. */
export function SettingField({
  setting,
  label,
  hint,
  value,
  errors,
  busy,
  onChange,
  onReset,
}: {
  setting: Setting;
  label: string;
  hint: string;
  value: Typed;
  errors: string[];
  busy: boolean;
  onChange: (value: Typed) => void;
  onReset: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div>
      <Field label={label} hint={hint} errors={errors}>
        {(control) => (
          <SettingInput setting={setting} control={control} value={value} onChange={onChange} />
        )}
      </Field>
      {setting.origin === 'NODE' && (
        <p className="mt-1 text-sm text-ink-faint">{t('settings.fromNode')}</p>
      )}
      {setting.origin === 'HERE' && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
          {t('settings.setHere')}
          <Button
            look="ghost"
            className="h-7 px-2 text-sm underline underline-offset-4"
            aria-label={t('settings.resetOne', { name: label })}
            unavailable={busy}
            onClick={onReset}
          >
            {t('settings.reset')}
          </Button>
        </p>
      )}
    </div>
  );
}
