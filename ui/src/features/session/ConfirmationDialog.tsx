import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { confirmation } from '@/api/confirmation';
import { Button } from '@/components/Button';
import { CardState } from '@/components/CardState';
import { Dialog } from '@/components/Dialog';
import { PlainForm } from '@/components/form/PlainForm';
import { secondFactorQuery } from './secondFactor/queries';

/** Asks the reader to show once more who they are; what waits for it goes on then. */
export function ConfirmationDialog() {
  const { t } = useTranslation();
  const factor = useQuery(secondFactorQuery);
  const confirm = useMutation({
    mutationFn: (shown: { code?: string; password?: string }) =>
      api.post('/api/auth/confirm', shown),
    onSuccess: () => {
      confirmation.end(true);
    },
  });
  const cancel = () => {
    confirmation.end(false);
  };
  return (
    <Dialog title={t('factor.confirmTitle')} onClose={cancel}>
      <CardState query={factor} height="h-32">
        {({ enabled }) => (
          <>
            <p className="mb-5 text-pretty text-ink-soft">
              {t(enabled ? 'factor.confirmByCode' : 'factor.confirmByPassword')}
            </p>
            <PlainForm
              fields={[
                enabled
                  ? {
                      name: 'code',
                      label: t('factor.code'),
                      type: 'text',
                      autoComplete: 'one-time-code',
                    }
                  : {
                      name: 'password',
                      label: t('login.password'),
                      type: 'password',
                      autoComplete: 'current-password',
                    },
              ]}
              action={t('factor.confirm')}
              pending={confirm.isPending}
              error={confirm.error}
              onSubmit={(shown: Partial<Record<'code' | 'password', string>>) => {
                confirm.mutate(shown);
              }}
            />
          </>
        )}
      </CardState>
      <Button look="ghost" className="mt-3 w-full" onClick={cancel}>
        {t('common.cancel')}
      </Button>
    </Dialog>
  );
}
