import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { usePolling } from '@/api/live';
import type { ManagedUser } from '@/api/schema';
import { ActionMenu } from '@/components/detail/ActionMenu';
import { DetailHeader } from '@/components/detail/DetailHeader';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { Panel } from '@/components/Panel';
import { TwoColumns } from '@/components/TwoColumns';
import { userQuery } from './queries';
import { UserFacts } from './UserFacts';
import { UserQuota } from './UserQuota';
import { UserSessions } from './UserSessions';
import { UserStatePill } from './UserStatePill';
import { UserUsage } from './UserUsage';
import { useUserActions } from './useUserActions';

export function UserDetailPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const user = useQuery({ ...userQuery(id), refetchInterval: usePolling() });
  if (user.data) return <UserDetail user={user.data} />;
  if (user.error) {
    return (
      <>
        <PageHeader title={t('user.one')} back={{ to: '/users', label: t('user.title') }} />
        <LoadError
          error={user.error}
          title={t('user.failed')}
          onRetry={() => void user.refetch()}
        />
      </>
    );
  }
  return <DetailSkeleton label={t('common.loading')} />;
}

function UserDetail({ user }: { user: ManagedUser }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { menuOf, question } = useUserActions(() => void navigate('/users'));
  return (
    <>
      <DetailHeader
        title={user.email}
        back={{ to: '/users', label: t('user.title') }}
        state={<UserStatePill user={user} />}
        actions={<ActionMenu label={t('user.actions')} items={() => menuOf(user)} />}
      />
      <TwoColumns
        main={
          <>
            <UserUsage id={user.id} />
            <UserQuota key={user.id} user={user} />
            <UserSessions id={user.id} />
          </>
        }
        side={
          <Panel title={t('user.facts')}>
            <UserFacts user={user} />
          </Panel>
        }
      />
      {question}
    </>
  );
}
