import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { imagesQuery } from '@/domain/images';
import { VmCreateForm } from './VmCreateForm';

export function VmCreatePage() {
  const { t } = useTranslation();
  const images = useQuery(imagesQuery);
  const ready = images.data?.filter((image) => image.state === 'READY');

  if (images.isPending) return <DetailSkeleton label={t('common.loading')} />;
  return (
    <>
      <PageHeader title={t('vm.create.title')} back={{ to: '/vms', label: t('vm.list.title') }} />
      {!ready && images.error && (
        <LoadError
          error={images.error}
          title={t('vm.create.imagesFailed')}
          onRetry={() => void images.refetch()}
        />
      )}
      {ready?.length === 0 && (
        <EmptyState
          picture={<Glyph shape="waiting" className="size-14 text-ink-faint" />}
          title={t('vm.create.noImagesTitle')}
          text={t('vm.create.noImagesText')}
        />
      )}
      {ready && ready.length > 0 && <VmCreateForm images={ready} />}
    </>
  );
}
