import { Link } from 'react-router';
import type { Job } from '@/api/schema';
import { useContributed } from '@/contributions/context';

/** What a job works on, with a way there where there is a page for it. */
export function JobSubject({ subject }: { subject: Job['subject'] }) {
  const shown = useContributed('objectTypes').find(({ item }) => item.type === subject.type);
  if (!shown) return <span>{subject.name}</span>;
  return (
    <Link
      to={shown.item.path(subject.id)}
      className="decoration-line-strong underline-offset-4 hover:text-ink hover:underline"
    >
      {subject.name}
    </Link>
  );
}
