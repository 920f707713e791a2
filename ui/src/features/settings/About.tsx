import { useTranslation } from 'react-i18next';
import { Fact, Facts } from '@/components/Facts';
import { Panel } from '@/components/Panel';
import { version as sdk } from '../../../sdk/package.json';

/** Which page this is, and whose work is in it. */
export function About() {
  const { t } = useTranslation();
  const build = document.querySelector<HTMLMetaElement>('meta[name=build]')?.content ?? '';
  return (
    <Panel title={t('settings.about')} className="max-w-2xl">
      <Facts>
        <Fact name={t('settings.build')}>
          <code className="font-mono text-sm">{build}</code>
        </Fact>
        <Fact name={t('settings.sdk')}>{sdk}</Fact>
        <Fact name={t('settings.licence')}>{'Apache 2.0'}</Fact>
        <Fact name={t('settings.fonts')}>
          <a
            href="/fonts/LICENSE.txt"
            className="underline decoration-line-strong underline-offset-4"
          >
            {'Geist, OFL 1.1'}
          </a>
        </Fact>
      </Facts>
    </Panel>
  );
}
