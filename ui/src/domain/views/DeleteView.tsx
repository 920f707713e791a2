import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { SavedView } from '@/api/schema';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useDeleteView } from './queries';

export function DeleteView({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useToast();
  const [, setSearch] = useSearchParams();
  const remove = useDeleteView();
  return (
    <ConfirmDialog
      title={t('views.deleteTitle', { name: view.name })}
      text={<p>{t(view.shared ? 'views.deleteShared' : 'views.deleteText')}</p>}
      confirm={t('views.deleteConfirm')}
      busy={remove.isPending}
      error={remove.error && <ProblemNotice error={remove.error} />}
      onConfirm={() => {
        remove.mutate(view.id, {
          onSuccess: () => {
            say(t('views.deleted', { name: view.name }));
            setSearch({});
            onClose();
          },
        });
      }}
      onClose={onClose}
    />
  );
}
