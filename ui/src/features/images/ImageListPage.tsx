import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { Image } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { useLocalRows } from '@/components/list/localRows';
import { NothingFound } from '@/components/list/NothingFound';
import { imagesQuery } from '@/domain/images';
import { useViewedAddress } from '@/domain/views/useViewedAddress';
import { ViewedListPage } from '@/domain/views/ViewedListPage';
import { useImageColumns } from './useImageColumns';

const LIST = 'images';
const nameOf = (image: Image) => image.name;
const pathOf = (image: Image) => `/images/${image.id}`;
const LOCAL = {
  texts: ({ name, os, version, arch }: Image) => [name, os, version, arch],
  orders: {
    name: nameOf,
    state: ({ state }: Image) => state,
    sizeBytes: ({ sizeBytes }: Image) => sizeBytes,
  },
};

export function ImageListPage() {
  const { t } = useTranslation();
  const { address, chosen } = useViewedAddress(LIST);
  const images = useQuery({ ...imagesQuery, refetchInterval: usePolling() });
  return (
    <ViewedListPage
      id={LIST}
      all={t('image.list.all')}
      chosen={chosen}
      title={t('image.list.title')}
      address={address}
      columns={useImageColumns()}
      rows={useLocalRows(images, address, LOCAL)}
      nameOf={nameOf}
      pathOf={pathOf}
      search={{ label: t('list.search'), placeholder: t('image.list.placeholder'), keys: [] }}
      failed={t('image.list.failed')}
      empty={
        <EmptyState
          picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
          title={t('image.list.emptyTitle')}
          text={t('image.list.emptyText')}
        />
      }
      none={<NothingFound onClear={address.clear} />}
    />
  );
}
