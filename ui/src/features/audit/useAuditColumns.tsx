import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditRecord } from '@/api/schema';
import type { ListColumn } from '@/components/list/column';
import { RelativeTime } from '@/components/RelativeTime';
import { useActionName } from './actions';
import { OutcomePill } from './OutcomePill';

export function useAuditColumns(): ListColumn<AuditRecord>[] {
  const { t } = useTranslation();
  const actionName = useActionName();
  return useMemo(
    () => [
      {
        id: 'action',
        label: t('audit.field.action'),
        always: true,
        bare: true,
        headClass: 'md:w-[24%]',
        cellClass: '',
        cell: ({ id, action }) => (
          <Link
            to={`/audit/${id}`}
            className="font-medium decoration-line-strong underline-offset-4 hover:underline"
          >
            {actionName(action)}
          </Link>
        ),
      },
      {
        id: 'outcome',
        label: t('audit.field.outcome'),
        bare: true,
        headClass: 'md:w-36',
        cellClass: 'justify-self-end',
        cell: ({ outcome }) => <OutcomePill outcome={outcome} />,
      },
      {
        id: 'who',
        label: t('audit.field.who'),
        bare: true,
        headClass: 'md:w-[20%]',
        cellClass: 'col-span-2 truncate text-ink-soft',
        cell: ({ who }) => who || t('audit.nobody'),
      },
      {
        id: 'object',
        label: t('audit.field.object'),
        bare: true,
        headClass: 'md:w-[20%]',
        cellClass: 'col-span-2 truncate text-sm text-ink-soft',
        cell: ({ objectName, objectId }) => objectName || objectId,
      },
      {
        id: 'address',
        label: t('audit.field.address'),
        headClass: 'md:w-36 md:@max-[52rem]:hidden',
        cellClass: 'col-span-2 text-sm text-ink-soft md:@max-[52rem]:hidden',
        cell: ({ address }) => address && <code className="font-mono text-xs">{address}</code>,
      },
      {
        id: 'at',
        label: t('audit.field.at'),
        headClass: 'md:w-32',
        cellClass: 'col-span-2 text-sm text-ink-soft',
        cell: ({ at }) => <RelativeTime at={at} />,
      },
    ],
    [t, actionName],
  );
}
