import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { LoadError } from '@/components/LoadError';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { VmSize } from '../VmSize';
import { PresetForm } from './PresetForm';
import { presetsQuery, useRemovePreset } from './queries';
import { usePresetName } from './usePresetName';

/** The sizes that people choose from, for administrators to change. */
export function PresetSettings() {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const presets = useQuery(presetsQuery);
  const [asking, setAsking] = useState<string>();
  return (
    <Panel title={t('preset.title')}>
      <div className="space-y-4 px-5 py-4">
        <p className="text-ink-soft">{t('preset.text')}</p>
        {presets.error && !presets.data && (
          <LoadError
            error={presets.error}
            title={t('preset.failed')}
            onRetry={() => void presets.refetch()}
          />
        )}
        {presets.data?.length === 0 && <p className="text-ink-faint">{t('preset.empty')}</p>}
        <ul className="divide-y divide-line">
          {presets.data?.map(({ name, ...size }) => (
            <li key={name} className="flex min-h-12 flex-wrap items-center gap-x-4 py-1.5">
              <span className="w-32 font-medium">{presetName(name)}</span>
              <span className="min-w-0 flex-1 text-ink-soft">
                <VmSize {...size} />
              </span>
              <IconButton
                icon="trash"
                label={t('preset.remove', { name: presetName(name) })}
                onClick={() => {
                  setAsking(name);
                }}
              />
            </li>
          ))}
        </ul>
        {asking !== undefined && (
          <RemovePreset
            name={asking}
            onClose={() => {
              setAsking(undefined);
            }}
          />
        )}
        <PresetForm />
      </div>
    </Panel>
  );
}

function RemovePreset({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const shown = usePresetName()(name);
  const say = useToast();
  const remove = useRemovePreset();
  return (
    <ConfirmDialog
      title={t('preset.removeTitle', { name: shown })}
      text={<p>{t('preset.removeText')}</p>}
      confirm={t('preset.removeConfirm')}
      busy={remove.isPending}
      error={remove.error && <ProblemNotice error={remove.error} />}
      onConfirm={() => {
        remove.mutate(name, {
          onSuccess: () => {
            onClose();
            say(t('preset.removed', { name: shown }));
          },
        });
      }}
      onClose={() => {
        remove.abandon();
        onClose();
      }}
    />
  );
}
