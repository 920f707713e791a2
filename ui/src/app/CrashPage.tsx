import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';

/** A fault of the page itself. */
export function CrashPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <main className="grid min-h-full place-items-center">
      <h1 className="sr-only">{t('crash.title')}</h1>
      <EmptyState
        picture={<Glyph shape="broken" className="size-14 text-fail" />}
        title={t('crash.title')}
        text={t('crash.text', { reason: error instanceof Error ? error.message : '' })}
        action={
          <Button
            look="primary"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('crash.action')}
          </Button>
        }
      />
    </main>
  );
}
