import { useTranslation } from 'react-i18next';
import type { Setting } from '@/api/schema';
import type { FieldControl } from '@/components/Field';
import { Select } from '@/components/form/Select';
import { Checkbox, NumberInput, TextInput } from '@/components/inputs';

/** What stands in the form: numbers as they are typed. */
export type Typed = string | boolean;

/** The control that fits the type of a setting. */
export function SettingInput({
  setting,
  control,
  value,
  onChange,
}: {
  setting: Setting;
  control: FieldControl;
  value: Typed;
  onChange: (value: Typed) => void;
}) {
  const { t } = useTranslation();
  const text = String(value);
  const typed = {
    ...control,
    name: setting.name,
    value: text,
    onChange: (event: { target: { value: string } }) => {
      onChange(event.target.value);
    },
  };
  switch (setting.type) {
    case 'FLAG':
      return (
        <Checkbox
          {...control}
          name={setting.name}
          label={t('settings.on')}
          checked={value === true}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
      );
    case 'CHOICE':
      return (
        <Select
          {...typed}
          options={[...new Set([text, ...setting.options])].map((option) => ({
            value: option,
            label: option,
          }))}
        />
      );
    case 'NUMBER':
      return (
        <NumberInput
          {...typed}
          min={setting.minimum ?? undefined}
          max={setting.maximum ?? undefined}
        />
      );
    case 'SECRET':
      return (
        <TextInput
          {...typed}
          type="password"
          autoComplete="new-password"
          placeholder={t(setting.present ? 'settings.secretKept' : 'settings.secretNone')}
        />
      );
    case 'TEXT':
      return <TextInput {...typed} autoComplete="off" autoCapitalize="none" spellCheck={false} />;
  }
}
