import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { downloadText } from '@/lib/download';
import { canMakeKeys, makeKeyPair } from '@/lib/sshKey';

/** Makes a pair of keys in this browser: the private one is downloaded and goes nowhere else, the public one into the form. */
export function GenerateKey({
  name,
  onMade,
}: {
  /** Of the VM, as far as it is typed. */
  name: string;
  onMade: (publicLine: string) => void;
}) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  if (!canMakeKeys()) return <p className="text-sm text-ink-faint">{t('vm.key.insecure')}</p>;
  const make = async () => {
    const file = `obox-${/^[a-z0-9-]+$/.test(name) ? name : 'key'}`;
    try {
      const pair = await makeKeyPair(file);
      downloadText(file, pair.privateFile);
      onMade(pair.publicLine);
      setSaid(t('vm.key.made', { file }));
    } catch {
      setSaid(t('vm.key.impossible'));
    }
  };
  return (
    <div>
      <Button icon="download" onClick={() => void make()}>
        {t('vm.key.make')}
      </Button>
      <p role="status" className="mt-1.5 text-sm text-ink-faint">
        {said === '' ? t('vm.key.hint') : said}
      </p>
    </div>
  );
}
