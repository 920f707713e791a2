import { Link } from 'react-router';
import type { Job } from '@/api/schema';

/** What a job works on, with a way there where there is a page for it. */
export function JobSubject({ subject }: { subject: Job['subject'] }) {
  if (subject.type !== 'vm') return <span>{subject.name}</span>;
  return (
    <Link
      to={`/vms/${subject.id}`}
      className="decoration-line-strong underline-offset-4 hover:text-ink hover:underline"
    >
      {subject.name}
    </Link>
  );
}
