import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Image } from '@/api/schema';
import type { ListColumn } from '@/components/list/column';
import { QuietLink } from '@/components/QuietLink';
import { imageCopiesQuery } from '@/domain/images';
import { ImageStatePill } from './ImageStatePill';
import { searchOf, vmsOfImageQuery } from './queries';
import { useBytes } from './useBytes';

export function useImageColumns(): ListColumn<Image>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('image.field.name'),
        always: true,
        bare: true,
        sort: 'name',
        headClass: 'md:w-[30%]',
        cellClass: '',
        cell: (image) => <ImageName image={image} />,
      },
      {
        id: 'state',
        label: t('image.field.state'),
        bare: true,
        sort: 'state',
        headClass: 'md:w-36',
        cellClass: 'justify-self-end',
        cell: ({ state }) => <ImageStatePill state={state} />,
      },
      {
        id: 'copies',
        label: t('image.field.copies'),
        cellClass: 'col-span-2 text-ink-soft md:truncate',
        cell: (image) => <Copies image={image} />,
      },
      {
        id: 'usedBy',
        label: t('image.field.usedBy'),
        headClass: 'md:w-28',
        cellClass: 'text-ink-soft',
        cell: (image) => <UsedBy image={image} />,
      },
      {
        id: 'size',
        label: t('image.field.size'),
        sort: 'sizeBytes',
        descends: true,
        headClass: 'md:w-28',
        cellClass: 'justify-self-end text-sm text-ink-soft',
        cell: (image) => <Bytes image={image} />,
      },
    ],
    [t],
  );
}

function ImageName({ image }: { image: Image }) {
  return (
    <>
      <Link
        to={`/images/${image.id}`}
        className="font-medium decoration-line-strong underline-offset-4 hover:underline"
      >
        {image.name}
      </Link>
      <p className="truncate text-sm text-ink-faint group-[.is-compact]/list:md:hidden">
        {[image.os, image.version, image.arch].join(' ')}
      </p>
    </>
  );
}

function Copies({ image }: { image: Image }) {
  const { data: copies } = useQuery(imageCopiesQuery(image.id));
  return copies?.map(({ name }) => name).join(', ');
}

function UsedBy({ image }: { image: Image }) {
  const { t } = useTranslation();
  const { data: vms } = useQuery(vmsOfImageQuery(image.name));
  return (
    vms && (
      <QuietLink to={`/vms?q=${encodeURIComponent(searchOf(image.name))}`}>
        {t('host.vms', { count: vms.total ?? vms.items.length })}
      </QuietLink>
    )
  );
}

function Bytes({ image }: { image: Image }) {
  return useBytes()(image.sizeBytes);
}
