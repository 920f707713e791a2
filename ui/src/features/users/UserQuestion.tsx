import { useTranslation } from 'react-i18next';
import type { ManagedUser } from '@/api/schema';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { endSessions, resetSecondFactor, useUserCommand, withdrawInvitation } from './queries';
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
  const command = useUserCommand((_: undefined, signal) => SENT[what](user, signal));
  const close = () => {
    command.abandon();
    onClose();
  };
  return (
    <ConfirmDialog
      title={t(`user.ask.${what}.title`, { email: user.email })}
      text={<p>{t(`user.ask.${what}.text`)}</p>}
      confirm={t(`user.action.${what}`)}
      busy={command.isPending}
      error={command.error && <ProblemNotice error={command.error} />}
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
