import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePolling } from '@/api/live';
import type { Image } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { ListFrame } from '@/components/ListFrame';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { QuietLink } from '@/components/QuietLink';
import { Cell, HeadCell, Row, Table } from '@/components/Table';
import { imageCopiesQuery, imagesQuery } from '@/domain/images';
import { asList } from '@/lib/paging';
import { ImageStatePill } from './ImageStatePill';
import { searchOf, vmsOfImageQuery } from './queries';
import { useBytes } from './useBytes';

export function ImageListPage() {
  const { t } = useTranslation();
  const images = useQuery({ ...imagesQuery, refetchInterval: usePolling() });
  return (
    <>
      <PageHeader title={t('image.list.title')} />
      <ListFrame
        query={asList(images)}
        error={(error) => (
          <LoadError
            error={error}
            title={t('image.list.failed')}
            onRetry={() => void images.refetch()}
          />
        )}
        empty={
          <EmptyState
            picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
            title={t('image.list.emptyTitle')}
            text={t('image.list.emptyText')}
          />
        }
      >
        {(items) => <ImageTable images={items} />}
      </ListFrame>
    </>
  );
}

function ImageTable({ images }: { images: Image[] }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('image.list.title')}
      head={
        <>
          <HeadCell className="md:w-[30%]">{t('image.field.name')}</HeadCell>
          <HeadCell className="md:w-36">{t('image.field.state')}</HeadCell>
          <HeadCell>{t('image.field.copies')}</HeadCell>
          <HeadCell className="md:w-28">{t('image.field.usedBy')}</HeadCell>
          <HeadCell className="md:w-28">{t('image.field.size')}</HeadCell>
        </>
      }
    >
      {images.map((image) => (
        <ImageRow key={image.id} image={image} />
      ))}
    </Table>
  );
}

function ImageRow({ image }: { image: Image }) {
  const { t } = useTranslation();
  const bytes = useBytes();
  const { data: copies } = useQuery(imageCopiesQuery(image.id));
  const { data: vms } = useQuery(vmsOfImageQuery(image.name));
  return (
    <Row>
      <Cell>
        <Link
          to={`/images/${image.id}`}
          className="font-medium decoration-line-strong underline-offset-4 hover:underline"
        >
          {image.name}
        </Link>
        <p className="truncate text-sm text-ink-faint">
          {[image.os, image.version, image.arch].join(' ')}
        </p>
      </Cell>
      <Cell className="justify-self-end">
        <ImageStatePill state={image.state} />
      </Cell>
      <Cell className="col-span-2 text-ink-soft">{copies?.map(({ name }) => name).join(', ')}</Cell>
      <Cell className="text-ink-soft">
        {vms && (
          <QuietLink to={`/vms?q=${encodeURIComponent(searchOf(image.name))}`}>
            {t('host.vms', { count: vms.total ?? vms.items.length })}
          </QuietLink>
        )}
      </Cell>
      <Cell className="justify-self-end text-sm text-ink-soft">{bytes(image.sizeBytes)}</Cell>
    </Row>
  );
}
