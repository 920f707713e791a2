import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import type { Setting, SettingGroup } from '@/api/schema';
import { Button } from '@/components/Button';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { RelativeTime } from '@/components/RelativeTime';
import { useToast } from '@/components/toasts';
import { sortErrors } from '@/lib/fieldErrors';
import { useChangeSettings, type SettingValues } from './queries';
import { SettingField } from './SettingField';
import type { Typed } from './SettingInput';
import { useSettingTexts } from './useSettingTexts';

const VALUES = '/values';

/** The settings of a group as a form. What the server finds wrong stands at the inputs, the first of which is gone to. */
export function SettingGroupPanel({
  group,
  actions,
}: {
  group: SettingGroup;
  actions?: ReactNode;
}) {
  const { t } = useTranslation();
  const texts = useSettingTexts(group);
  const say = useToast();
  const change = useChangeSettings(group);
  const form = useRef<HTMLFormElement>(null);
  // Not kept in the tab, for there may be a password among it.
  const [typed, setTyped] = useState<Record<string, Typed>>({});
  const names = group.settings.map(({ name }) => name);
  const { fields, others } = faults(change.error, names);
  const first = names.find((name) => fields[name]);

  useEffect(() => {
    if (change.error && first) {
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    }
  }, [change.error, first]);

  const send = (values: SettingValues) => {
    if (change.isPending || Object.keys(values).length === 0) return;
    change.mutate(values, {
      onSuccess: () => {
        setTyped((now) => without(now, Object.keys(values)));
        say(t('settings.saved', { name: texts.title }));
      },
    });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send(sent(typed, group.settings));
  };

  return (
    <Panel title={texts.title} actions={actions} className="max-w-2xl">
      <form ref={form} onSubmit={submit} noValidate className="space-y-5 px-5 py-4">
        {change.error && (!first || others.length > 0) && <ProblemNotice error={change.error} />}
        {group.settings.map((setting) => (
          <SettingField
            key={setting.name}
            setting={setting}
            label={texts.label(setting)}
            hint={texts.hint(setting)}
            value={typed[setting.name] ?? shown(group, setting)}
            errors={fields[setting.name] ?? []}
            busy={change.isPending}
            onChange={(value) => {
              setTyped((now) => ({ ...now, [setting.name]: value }));
            }}
            onReset={() => {
              send({ [setting.name]: null });
            }}
          />
        ))}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            type="submit"
            look="primary"
            unavailable={change.isPending || Object.keys(typed).length === 0}
          >
            {t('settings.save')}
          </Button>
          {group.changedAt && (
            <p className="text-sm text-ink-faint">
              {t('settings.changedBy', { who: group.changedBy })}{' '}
              <RelativeTime at={group.changedAt} />
            </p>
          )}
        </div>
      </form>
    </Panel>
  );
}

function faults(error: Error | null, names: readonly string[]) {
  const found = error instanceof ProblemError ? error.fieldErrors : [];
  return sortErrors(
    found.map((fault) => ({ ...fault, pointer: fault.pointer.replace(VALUES, '') })),
    names,
  );
}

/** A secret is never told, so its field begins empty. */
function shown({ values }: SettingGroup, { name, type }: Setting): Typed {
  const value = values[name];
  if (type === 'FLAG') return value === true;
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

/** What was typed, with numbers as numbers; what is none goes as it is, for the server to say so. */
function sent(typed: Record<string, Typed>, settings: readonly Setting[]): SettingValues {
  const values: SettingValues = {};
  for (const { name, type } of settings) {
    const value = typed[name];
    if (value === undefined) continue;
    values[name] = type === 'NUMBER' && /^-?\d+$/.test(String(value)) ? Number(value) : value;
  }
  return values;
}

function without(typed: Record<string, Typed>, names: readonly string[]): Record<string, Typed> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !names.includes(name)));
}
