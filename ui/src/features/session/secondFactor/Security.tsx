import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactor } from '@/api/schema';
import { Button } from '@/components/Button';
import { CardState } from '@/components/CardState';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Dialog } from '@/components/Dialog';
import { Panel } from '@/components/Panel';
import { Pill } from '@/components/Pill';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { CodesShown } from './CodesShown';
import { EnrolSteps } from './EnrolSteps';
import { secondFactorQuery, useRenewCodes, useSwitchOff } from './queries';

type Open = 'enrol' | 'renew' | 'off' | undefined;

/** The second factor of the reader's account. */
export function Security() {
  const { t } = useTranslation();
  const state = useQuery(secondFactorQuery);
  const [open, setOpen] = useState<Open>();
  const close = () => {
    setOpen(undefined);
  };
  return (
    <Panel title={t('factor.title')}>
      <CardState query={state} height="h-16">
        {(factor) => <Standing factor={factor} onOpen={setOpen} />}
      </CardState>
      {open === 'enrol' && (
        <Dialog title={t('factor.enrolTitle')} onClose={close}>
          <EnrolSteps onDone={close} />
        </Dialog>
      )}
      {open === 'renew' && <RenewDialog onClose={close} />}
      {open === 'off' && <OffDialog onClose={close} />}
    </Panel>
  );
}

function Standing({
  factor: { enabled, recoveryCodes, required },
  onOpen,
}: {
  factor: SecondFactor;
  onOpen: (open: Open) => void;
}) {
  const { t } = useTranslation();
  const opener = (open: Open) => () => {
    onOpen(open);
  };
  if (!enabled) {
    return (
      <div className="space-y-4 p-5">
        <p className="text-pretty text-ink-soft">{t('factor.offText')}</p>
        <Button onClick={opener('enrol')}>{t('factor.setUp')}</Button>
      </div>
    );
  }
  return (
    <div className="space-y-4 p-5">
      <p>
        <Pill tone="live" shape="done">
          {t('factor.on')}
        </Pill>
      </p>
      <p className="text-pretty text-ink-soft">{t('factor.codesLeft', { count: recoveryCodes })}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={opener('renew')}>{t('factor.renew')}</Button>
        {!required && (
          <Button look="dangerGhost" onClick={opener('off')}>
            {t('factor.off')}
          </Button>
        )}
      </div>
    </div>
  );
}

function RenewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const renew = useRenewCodes();
  return (
    <Dialog title={t('factor.renewTitle')} onClose={onClose}>
      {renew.data ? (
        <CodesShown codes={renew.data.recoveryCodes} onDone={onClose} />
      ) : (
        <div className="space-y-4">
          <p className="text-pretty text-ink-soft">{t('factor.renewLead')}</p>
          {renew.error && <ProblemNotice error={renew.error} />}
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button
              look="primary"
              unavailable={renew.isPending}
              onClick={() => {
                renew.mutate(undefined);
              }}
            >
              {t('factor.renew')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function OffDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useToast();
  const off = useSwitchOff();
  return (
    <ConfirmDialog
      title={t('factor.offTitle')}
      text={<p>{t('factor.offLead')}</p>}
      confirm={t('factor.off')}
      busy={off.isPending}
      error={off.error && <ProblemNotice error={off.error} />}
      onConfirm={() => {
        off.mutate(undefined, {
          onSuccess: () => {
            onClose();
            say(t('factor.isOff'));
          },
        });
      }}
      onClose={() => {
        off.abandon();
        onClose();
      }}
    />
  );
}
