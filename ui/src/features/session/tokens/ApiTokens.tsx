import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiToken } from '@/api/schema';
import { Button, IconButton } from '@/components/Button';
import { CardState } from '@/components/CardState';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { RelativeTime } from '@/components/RelativeTime';
import { useToast } from '@/components/toasts';
import { useNow } from '@/lib/useNow';
import { NewToken } from './NewToken';
import { apiTokensQuery, useDeleteToken } from './queries';

/** The tokens that the reader's programs come in by. */
export function ApiTokens() {
  const { t } = useTranslation();
  const tokens = useQuery(apiTokensQuery);
  const [making, setMaking] = useState(false);
  const [deleting, setDeleting] = useState<ApiToken>();
  const add = useRef<HTMLButtonElement>(null);
  return (
    <Panel
      title={t('token.title')}
      actions={
        <Button
          ref={add}
          icon="add"
          unavailable={making}
          onClick={() => {
            setMaking(true);
          }}
        >
          {t('token.make')}
        </Button>
      }
    >
      {making && (
        <NewToken
          onEnd={() => {
            setMaking(false);
            add.current?.focus();
          }}
        />
      )}
      <CardState query={tokens} height="h-12">
        {(items) =>
          items.length === 0 ? (
            <p className="px-5 py-6 text-pretty text-ink-soft">{t('token.none')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((token) => (
                <TokenRow
                  key={token.id}
                  token={token}
                  onDelete={() => {
                    setDeleting(token);
                  }}
                />
              ))}
            </ul>
          )
        }
      </CardState>
      {deleting && (
        <DeleteToken
          token={deleting}
          onClose={() => {
            setDeleting(undefined);
          }}
        />
      )}
    </Panel>
  );
}

function TokenRow({ token, onDelete }: { token: ApiToken; onDelete: () => void }) {
  const { t } = useTranslation();
  const { name, scopes, expiresAt, lastUsedAt } = token;
  const now = useNow();
  return (
    <li className="flex items-center gap-4 px-5 py-2.5">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="font-mono text-xs wrap-anywhere text-ink-faint">{scopes.join(' ')}</p>
        <p className="text-sm text-ink-faint">
          {lastUsedAt ? (
            <>
              {t('token.lastUsed')} <RelativeTime at={lastUsedAt} />
            </>
          ) : (
            t('token.neverUsed')
          )}
          {' · '}
          {expiresAt ? (
            <>
              {t(Date.parse(expiresAt) > now ? 'token.ends' : 'token.ended')}{' '}
              <RelativeTime at={expiresAt} />
            </>
          ) : (
            t('token.neverEnds')
          )}
        </p>
      </div>
      <IconButton
        icon="trash"
        label={t('token.delete', { name })}
        className="ml-auto"
        onClick={onDelete}
      />
    </li>
  );
}

function DeleteToken({ token: { id, name }, onClose }: { token: ApiToken; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useToast();
  const remove = useDeleteToken();
  return (
    <ConfirmDialog
      title={t('token.deleteTitle', { name })}
      text={<p>{t('token.deleteText')}</p>}
      confirm={t('token.deleteConfirm')}
      busy={remove.isPending}
      error={remove.error && <ProblemNotice error={remove.error} />}
      onConfirm={() => {
        remove.mutate(id, {
          onSuccess: () => {
            onClose();
            say(t('token.deleted', { name }));
          },
        });
      }}
      onClose={() => {
        remove.abandon();
        onClose();
      }}
    />
  );
}
