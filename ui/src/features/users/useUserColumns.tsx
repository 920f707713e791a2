import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ManagedUser } from '@/api/schema';
import type { ListColumn } from '@/components/list/column';
import { RelativeTime } from '@/components/RelativeTime';
import { UserStatePill } from './UserStatePill';

export function useUserColumns(): ListColumn<ManagedUser>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'email',
        label: t('user.field.email'),
        always: true,
        bare: true,
        sort: 'email',
        headClass: 'md:w-[32%]',
        cellClass: '',
        cell: ({ id, email }) => (
          <Link
            to={`/users/${id}`}
            className="font-medium break-all decoration-line-strong underline-offset-4 hover:underline"
          >
            {email}
          </Link>
        ),
      },
      {
        id: 'state',
        label: t('user.field.state'),
        bare: true,
        headClass: 'md:w-36',
        cellClass: 'justify-self-end',
        cell: (user) => <UserStatePill user={user} />,
      },
      {
        id: 'name',
        label: t('user.field.name'),
        bare: true,
        sort: 'name',
        cellClass: 'col-span-2 truncate text-ink-soft',
        cell: ({ name }) => name,
      },
      {
        id: 'role',
        label: t('user.field.role'),
        headClass: 'md:w-36',
        cell: ({ role }) => t(`user.role.${role}`),
      },
      {
        id: 'lastLogin',
        label: t('user.field.lastLogin'),
        sort: 'lastLoginAt',
        descends: true,
        headClass: 'md:w-36 md:@max-[42rem]:hidden',
        cellClass: 'col-span-2 text-sm text-ink-soft md:@max-[42rem]:hidden',
        cell: ({ lastLoginAt }) =>
          lastLoginAt === null ? t('user.never') : <RelativeTime at={lastLoginAt} />,
      },
      {
        id: 'created',
        label: t('user.field.created'),
        sort: 'createdAt',
        descends: true,
        hidden: true,
        headClass: 'md:w-36',
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
    ],
    [t],
  );
}
