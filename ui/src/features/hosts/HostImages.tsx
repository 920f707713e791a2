import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Host } from '@/api/schema';
import { CardState } from '@/components/CardState';
import { Panel } from '@/components/Panel';
import { imageCopiesQuery, imagesQuery } from '@/domain/images';

/** The images whose content a host has already: a VM from one of them is there sooner. */
export function HostImages({ host }: { host: Host }) {
  const { t } = useTranslation();
  const images = useQuery(imagesQuery);
  const copies = useQueries({
    queries: (images.data ?? []).map(({ id }) => imageCopiesQuery(id)),
  });
  const here = (images.data ?? []).filter((_, index) =>
    copies[index]?.data?.some(({ kind, id }) => kind === 'HOST' && id === host.id),
  );
  const settled = copies.every(({ isPending }) => !isPending);
  return (
    <Panel title={t('image.list.title')}>
      <CardState query={images} height="h-24">
        {() =>
          here.length === 0 ? (
            <p className="px-5 py-6 text-center text-ink-soft">
              {settled ? t('host.noImages') : t('common.loading')}
            </p>
          ) : (
            <ul className="divide-y divide-line">
              {here.map((image) => (
                <li key={image.id} className="relative flex gap-4 px-5 py-3 hover:bg-hover">
                  <Link
                    to={`/images/${image.id}`}
                    className="font-medium after:absolute after:inset-0"
                  >
                    {image.name}
                  </Link>
                  <span className="ml-auto text-ink-soft">
                    {image.os} {image.version}
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
