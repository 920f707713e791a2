import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Image } from '@/api/schema';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { hostsQuery } from '@/domain/hosts';
import { imagesQuery } from '@/domain/images';
import { sshKeysQuery } from '@/domain/sshKeys';
import { presetsQuery } from '../presets/queries';
import { vmQuery } from '../queries';
import { linkedValues } from './deepLink';
import { valuesOf, type FormValues } from './form';
import { sentFor } from './sent';
import { VmCreateForm } from './VmCreateForm';

export function VmCreatePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const from = search.get('from');
  const images = useQuery(imagesQuery);
  const hosts = useQuery(hostsQuery);
  const before = useQuery({ ...vmQuery(from ?? ''), enabled: from !== null });
  // With what stands among the fields, so that nothing moves later.
  const asked = [
    hosts,
    useQuery(presetsQuery),
    useQuery(sshKeysQuery),
    ...(from === null ? [] : [before]),
  ];
  const waits = asked.some(({ isFetched }) => !isFetched);
  const ready = images.data?.filter((image) => image.state === 'READY');

  if (images.isPending || waits) return <DetailSkeleton label={t('common.loading')} />;
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
      {ready && ready.length > 0 && (
        <VmCreateForm
          key={search.toString()}
          images={ready}
          defaults={{
            ...onlyImage(ready),
            ...(before.data && valuesOf(before.data, sentFor(before.data.id))),
            ...linkedValues(search, ready, hosts.data ?? []),
          }}
          failed={before.data?.state === 'FAILED' ? before.data : undefined}
        />
      )}
    </>
  );
}

function onlyImage(images: Image[]): Partial<FormValues> {
  return images.length === 1 && images[0] ? { imageId: images[0].id } : {};
}
