import { useTranslation } from 'react-i18next';

/** The actions that OBox itself records, with hyphens for full stops. Other bundles may record others. */
const ACTIONS = [
  'account-accept-invitation',
  'account-change',
  'account-change-address',
  'account-change-password',
  'account-confirm-address',
  'account-delete',
  'account-end-sessions',
  'account-invite',
  'account-invite-again',
  'account-reset-password',
  'account-reset-second-factor',
  'account-withdraw-invitation',
  'mail-template-change',
  'second-factor-disable',
  'second-factor-enable',
  'second-factor-renew-codes',
  'session-end',
  'session-open',
  'setting-change',
  'token-create',
  'token-delete',
] as const;

/** What an action is called; one that the page does not know is shown as it was recorded. */
export function useActionName(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => {
    const known = ACTIONS.find((name) => name === action.replaceAll('.', '-'));
    return known === undefined ? action : t(`audit.action.${known}`);
  };
}
