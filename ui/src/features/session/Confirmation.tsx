import { Suspense, useSyncExternalStore } from 'react';
import { confirmation } from '@/api/confirmation';
import { later } from '@/contributions/later';

const ConfirmationDialog = later(
  async () => (await import('./ConfirmationDialog')).ConfirmationDialog,
);

/** Shows the question by which somebody shows once more who they are, whenever a request needs it. */
export function Confirmation() {
  const asked = useSyncExternalStore(confirmation.subscribe, confirmation.isAsked);
  return asked ? (
    <Suspense>
      <ConfirmationDialog />
    </Suspense>
  ) : null;
}
