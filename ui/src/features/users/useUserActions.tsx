import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManagedUser } from '@/api/schema';
import type { MenuItem } from '@/components/Menu';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { useMe } from '@/domain/me';
import { DeleteUser } from './DeleteUser';
import { resendInvitation, useUserCommand } from './queries';
import { standingOf } from './standing';
import { updateUser } from './updateUser';
import { UserQuestion, type Asked } from './UserQuestion';

type Question = { user: ManagedUser } & ({ what: Asked } | { what: 'delete' });

/** What can be done with accounts, and the question that one of these raises. */
export function useUserActions(onDeleted?: () => void): {
  menuOf: (user: ManagedUser) => readonly MenuItem[];
  question: ReactNode;
} {
  const { t } = useTranslation();
  const me = useMe();
  const say = useToast();
  const problemText = useProblemText();
  const [question, setQuestion] = useState<Question>();
  const atOnce = useUserCommand(
    ({ user, what }: { user: ManagedUser; what: 'enable' | 'resend' }, signal) =>
      what === 'enable'
        ? updateUser(user, { state: 'ACTIVE' }, signal)
        : resendInvitation(user, signal),
  );

  const close = () => {
    setQuestion(undefined);
  };
  const ask = (user: ManagedUser, what: Question['what']) => () => {
    setQuestion({ user, what });
  };
  const order = (user: ManagedUser, what: 'enable' | 'resend') => () => {
    atOnce.mutate(
      { user, what },
      {
        onSuccess: () => {
          say(t(`user.done.${what}`, { email: user.email }));
        },
        onError: (error) => {
          say(problemText(error), 'fail');
        },
      },
    );
  };

  const menuOf = (user: ManagedUser): readonly MenuItem[] => {
    const own = user.id === me.id ? t('user.ownAccount') : undefined;
    const invited = standingOf(user) === 'INVITED';
    const role = user.role === 'ADMIN' ? 'demote' : 'promote';
    return [
      ...(invited
        ? [{ id: 'resend', label: t('user.action.resend'), run: order(user, 'resend') }]
        : []),
      { id: role, label: t(`user.action.${role}`), run: ask(user, role) },
      { id: 'endSessions', label: t('user.action.endSessions'), run: ask(user, 'endSessions') },
      ...(invited
        ? []
        : [
            {
              id: 'resetFactor',
              label: t('user.action.resetFactor'),
              run: ask(user, 'resetFactor'),
            },
          ]),
      user.state === 'DISABLED'
        ? { id: 'enable', label: t('user.action.enable'), run: order(user, 'enable') }
        : { id: 'disable', label: t('user.action.disable'), run: ask(user, 'disable') },
      invited
        ? {
            id: 'withdraw',
            label: t('user.action.withdraw'),
            danger: true,
            apart: true,
            run: ask(user, 'withdraw'),
          }
        : {
            id: 'delete',
            label: t('user.action.delete'),
            danger: true,
            apart: true,
            unavailable: own,
            run: ask(user, 'delete'),
          },
    ];
  };

  return {
    menuOf,
    question:
      question &&
      (question.what === 'delete' ? (
        <DeleteUser user={question.user} onClose={close} onDeleted={onDeleted} />
      ) : (
        <UserQuestion
          user={question.user}
          what={question.what}
          onClose={close}
          onGone={question.what === 'withdraw' ? onDeleted : undefined}
        />
      )),
  };
}
