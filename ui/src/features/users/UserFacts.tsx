import { useTranslation } from 'react-i18next';
import type { ManagedUser } from '@/api/schema';
import { Fact, Facts } from '@/components/Facts';
import { RelativeTime } from '@/components/RelativeTime';

export function UserFacts({ user }: { user: ManagedUser }) {
  const { t } = useTranslation();
  return (
    <Facts>
      <Fact wide name={t('user.field.name')}>
        {user.name}
      </Fact>
      <Fact name={t('user.field.role')}>{t(`user.role.${user.role}`)}</Fact>
      <Fact name={t('user.field.lastLogin')}>
        {user.lastLoginAt === null ? t('user.never') : <RelativeTime at={user.lastLoginAt} />}
      </Fact>
      <Fact name={t('user.field.created')}>
        <RelativeTime at={user.createdAt} />
      </Fact>
      {user.invitedAt !== null && (
        <Fact name={t('user.field.invitedUntil')}>
          {user.invitedUntil === null ? (
            t('user.linkGone')
          ) : (
            <RelativeTime at={user.invitedUntil} />
          )}
        </Fact>
      )}
      <Fact wide name={t('common.id')}>
        <code className="font-mono text-xs">{user.id}</code>
      </Fact>
    </Facts>
  );
}
