import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { Button } from '@/components/Button';
import { useToast } from '@/components/toasts';
import { PurgeDialog } from './PurgeDialog';

export function PurgeVm({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <Button
        look="dangerGhost"
        aria-label={t('bin.purgeOne', { name: vm.name })}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('bin.purge')}
      </Button>
      {asking && (
        <PurgeDialog
          title={t('bin.purgeTitle', { name: vm.name })}
          text={t('bin.purgeText')}
          word={vm.name}
          confirm={t('bin.purge')}
          id={vm.id}
          onDone={() => {
            close();
            say(t('bin.purging', { name: vm.name }));
          }}
          onClose={close}
        />
      )}
    </>
  );
}
