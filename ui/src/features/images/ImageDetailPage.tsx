import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolling } from '@/api/live';
import type { Image } from '@/api/schema';
import { CardState } from '@/components/CardState';
import { DetailHeader } from '@/components/detail/DetailHeader';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { EmptyState } from '@/components/EmptyState';
import { Fact, Facts } from '@/components/Facts';
import { Icon } from '@/components/icons';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { Panel } from '@/components/Panel';
import { QuietLink } from '@/components/QuietLink';
import { RelativeTime } from '@/components/RelativeTime';
import { TwoColumns } from '@/components/TwoColumns';
import { imageCopiesQuery, imagesQuery } from '@/domain/images';
import { VmStatePill } from '@/domain/VmStatePill';
import { ImageStatePill } from './ImageStatePill';
import { searchOf, vmsOfImageQuery } from './queries';
import { useBytes } from './useBytes';

/** One of the images; they are so few that all of them are asked for. */
export function ImageDetailPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const images = useQuery({ ...imagesQuery, refetchInterval: usePolling() });
  const image = images.data?.find((one) => one.id === id);
  if (image) return <ImageDetail key={id} image={image} />;
  if (images.isPending) return <DetailSkeleton label={t('common.loading')} />;
  return (
    <>
      <PageHeader
        title={t('image.unknownTitle')}
        back={{ to: '/images', label: t('image.list.title') }}
      />
      {images.error ? (
        <LoadError
          error={images.error}
          title={t('image.list.failed')}
          onRetry={() => void images.refetch()}
        />
      ) : (
        <EmptyState title={t('image.unknownTitle')} text={t('image.unknownText')} />
      )}
    </>
  );
}

function ImageDetail({ image }: { image: Image }) {
  const { t } = useTranslation();
  const bytes = useBytes();
  return (
    <>
      <DetailHeader
        title={image.name}
        back={{ to: '/images', label: t('image.list.title') }}
        state={<ImageStatePill state={image.state} />}
      />
      <TwoColumns
        main={
          <>
            <ImageVms image={image} />
            <ImageCopies image={image} />
          </>
        }
        side={
          <Panel title={t('image.facts')}>
            <Facts>
              <Fact name={t('image.field.os')}>
                {image.os} {image.version}
              </Fact>
              <Fact name={t('image.field.arch')}>{image.arch}</Fact>
              <Fact name={t('image.field.size')}>{bytes(image.sizeBytes)}</Fact>
              <Fact name={t('image.field.disk')}>{bytes(image.virtualSizeBytes)}</Fact>
              <Fact name={t('image.field.user')}>{image.defaultUser}</Fact>
              <Fact name={t('image.field.added')}>
                <RelativeTime at={image.createdAt} />
              </Fact>
              {image.sha256 && (
                <Fact wide name="SHA-256">
                  <code className="font-mono text-xs break-all">{image.sha256}</code>
                </Fact>
              )}
            </Facts>
          </Panel>
        }
      />
    </>
  );
}

function ImageVms({ image }: { image: Image }) {
  const { t } = useTranslation();
  const vms = useQuery({ ...vmsOfImageQuery(image.name), refetchInterval: usePolling() });
  return (
    <Panel
      title={t('image.field.usedBy')}
      actions={
        <QuietLink to={`/vms?q=${encodeURIComponent(searchOf(image.name))}`}>
          {t('host.inList')}
        </QuietLink>
      }
    >
      <CardState query={vms} height="h-24">
        {({ items }) =>
          items.length === 0 ? (
            <p className="px-5 py-6 text-center text-ink-soft">{t('image.noVms')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((vm) => (
                <li key={vm.id} className="flex min-h-12 items-center gap-4 px-5 py-2">
                  <QuietLink to={`/vms/${vm.id}`}>{vm.name}</QuietLink>
                  <span className="ml-auto">
                    <VmStatePill state={vm.state} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </CardState>
    </Panel>
  );
}

function ImageCopies({ image }: { image: Image }) {
  const { t } = useTranslation();
  const copies = useQuery({ ...imageCopiesQuery(image.id), refetchInterval: usePolling() });
  return (
    <Panel title={t('image.field.copies')}>
      <CardState query={copies} height="h-12">
        {(items) =>
          items.length === 0 ? (
            <p className="px-5 py-6 text-center text-ink-soft">{t('image.noCopies')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map(({ kind, id, name }) => (
                <li key={`${kind} ${id}`} className="flex items-center gap-3 px-5 py-3">
                  <Icon
                    name={kind === 'HOST' ? 'host' : 'system'}
                    className="size-4.5 text-ink-faint"
                  />
                  {kind === 'HOST' ? <QuietLink to={`/hosts/${id}`}>{name}</QuietLink> : name}
                  <span className="ml-auto text-sm text-ink-faint">{t(`image.copy.${kind}`)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </CardState>
    </Panel>
  );
}
