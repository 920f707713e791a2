import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManagedUser } from '@/api/schema';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { endSessions, resetSecondFactor, useUserCommand, withdrawInvitation } from './queries';
import { asksWhoIAm, confirmMyself, isAboutMe } from './showing';
import { ShowMyself } from './ShowMyself';
import { updateUser } from './updateUser';

export type Asked = 'promote' | 'demote' | 'disable' | 'endSessions' | 'resetFactor' | 'withdraw';

const SENT: Record<Asked, (user: ManagedUser, signal: AbortSignal) => Promise<unknown>> = {
  promote: (user, signal) => updateUser(user, { role: 'ADMIN' }, signal),
  demote: (user, signal) => updateUser(user, { role: 'USER' }, signal),
  disable: (user, signal) => updateUser(user, { state: 'DISABLED' }, signal),
  endSessions,
  resetFactor: resetSecondFactor,
  withdraw: withdrawInvitation,
};

/** Asks before something that its user feels at once. */
export function UserQuestion({
  user,
  what,
  onClose,
  onGone,
}: {
  user: ManagedUser;
  what: Asked;
  onClose: () => void;
  onGone?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const say = useToast();
  const [shown, setShown] = useState('');
  const command = useUserCommand(async (_: undefined, signal) => {
    if (shown !== '') await confirmMyself(shown, signal);
    return SENT[what](user, signal);
  });
  const close = () => {
    command.abandon();
    onClose();
  };
  return (
    <ConfirmDialog
      title={t(`user.ask.${what}.title`, { email: user.email })}
      text={
        <>
          <p>{t(`user.ask.${what}.text`)}</p>
          {(shown !== '' || asksWhoIAm(command.error)) && (
            <ShowMyself error={command.error} value={shown} onChange={setShown} />
          )}
        </>
      }
      confirm={t(`user.action.${what}`)}
      busy={command.isPending}
      error={command.error && !isAboutMe(command.error) && <ProblemNotice error={command.error} />}
      onClose={close}
      onConfirm={() => {
        command.mutate(undefined, {
          onSuccess: () => {
            say(t(`user.done.${what}`, { email: user.email }));
            onClose();
            onGone?.();
          },
        });
      }}
    />
  );
}
