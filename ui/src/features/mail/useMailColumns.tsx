import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { detailOf } from '@/api/problem';
import type { Mail } from '@/api/schema';
import type { ListColumn } from '@/components/list/column';
import { RelativeTime } from '@/components/RelativeTime';
import { MailStatePill } from './MailStatePill';

export function useMailColumns(): ListColumn<Mail>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'subject',
        label: t('mail.field.subject'),
        always: true,
        bare: true,
        headClass: 'md:w-[34%]',
        cellClass: '',
        cell: (mail) => (
          <Link
            to={`/mails/${mail.id}`}
            lang={mail.language}
            className="font-medium decoration-line-strong underline-offset-4 hover:underline"
          >
            {mail.subject}
          </Link>
        ),
      },
      {
        id: 'state',
        label: t('mail.field.state'),
        bare: true,
        headClass: 'md:w-36',
        cellClass: 'justify-self-end',
        cell: ({ state }) => <MailStatePill state={state} />,
      },
      {
        id: 'to',
        label: t('mail.field.to'),
        bare: true,
        headClass: 'md:w-[24%]',
        cellClass: 'col-span-2 truncate text-ink-soft',
        cell: ({ to }) => to,
      },
      {
        id: 'problem',
        label: t('mail.field.problem'),
        bare: true,
        cellClass: 'col-span-2 text-sm text-ink-soft md:truncate',
        cell: ({ problem }) => problem && detailOf(problem),
      },
      {
        id: 'created',
        label: t('mail.field.created'),
        headClass: 'md:w-32 md:@max-[42rem]:hidden',
        cellClass: 'col-span-2 text-sm text-ink-soft md:@max-[42rem]:hidden',
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
    ],
    [t],
  );
}
