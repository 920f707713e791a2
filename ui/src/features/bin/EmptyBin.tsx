import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useToast } from '@/components/toasts';
import { useMe } from '@/domain/me';
import { PurgeDialog } from './PurgeDialog';

export function EmptyBin() {
  const { t } = useTranslation();
  const say = useToast();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <Button
        icon="trash"
        look="dangerGhost"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('bin.empty')}
      </Button>
      {asking && (
        <PurgeDialog
          title={t('bin.emptyQuestion')}
          text={me.role === 'ADMIN' ? t('bin.emptyAll') : t('bin.emptyOwn')}
          word={t('bin.emptyWord')}
          confirm={t('bin.empty')}
          onDone={() => {
            close();
            say(t('bin.emptying'));
          }}
          onClose={close}
        />
      )}
    </>
  );
}
