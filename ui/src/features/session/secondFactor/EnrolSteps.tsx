import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '@/api/schema';
import { Button } from '@/components/Button';
import { CopyButton } from '@/components/CopyButton';
import { PlainForm } from '@/components/form/PlainForm';
import { ProblemNotice } from '@/components/ProblemNotice';
import { CodesShown } from './CodesShown';
import { QrCode } from './QrCode';
import { useBegin, useConfirmFirst } from './queries';

/** Sets a second factor up: a secret for the authenticator, its first code, and codes for when it is lost. */
export function EnrolSteps({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const begin = useBegin();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <CodesShown codes={codes} onDone={onDone} />;
  if (begin.data) return <FirstCode begun={begin.data} onCodes={setCodes} />;
  return (
    <div className="space-y-4">
      <p className="text-pretty text-ink-soft">{t('factor.beginLead')}</p>
      {begin.error && <ProblemNotice error={begin.error} />}
      <Button
        look="primary"
        className="h-10 w-full"
        unavailable={begin.isPending}
        onClick={() => {
          begin.mutate(undefined);
        }}
      >
        {t('factor.begin')}
      </Button>
    </div>
  );
}

function FirstCode({
  begun: { secret, uri },
  onCodes,
}: {
  begun: Enrolment;
  onCodes: (codes: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const confirm = useConfirmFirst();
  return (
    <div className="space-y-4">
      <p className="text-pretty text-ink-soft">{t('factor.scanLead')}</p>
      <div className="flex justify-center">
        <QrCode text={uri} label={t('factor.qr')} />
      </div>
      <p className="text-sm text-ink-faint">{t('factor.secretLead')}</p>
      <p className="flex items-center gap-2">
        <code className="min-w-0 flex-1 font-mono text-sm break-all">
          {secret.replace(/(.{4})(?!$)/g, '$1 ')}
        </code>
        <CopyButton text={secret} label={t('factor.copySecret')} />
      </p>
      <PlainForm
        fields={[
          {
            name: 'code',
            label: t('factor.firstCode'),
            type: 'text',
            autoComplete: 'one-time-code',
            hint: t('factor.firstCodeHint'),
          },
        ]}
        action={t('factor.switchOn')}
        pending={confirm.isPending}
        error={confirm.error}
        onSubmit={({ code }) => {
          confirm.mutate(code, {
            onSuccess: ({ recoveryCodes }) => {
              onCodes(recoveryCodes);
            },
          });
        }}
      />
    </div>
  );
}
