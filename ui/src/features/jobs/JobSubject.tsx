import { Link } from 'react-router';
import type { Job } from '@/api/schema';
import type { ObjectType } from '@/contributions/contribution';
import { useContributed } from '@/contributions/context';
import type { Contributed } from '@/contributions/registry';

/** What a job works on, with a way there where there is a page for it. */
export function JobSubject({ subject }: { subject: Job['subject'] }) {
  const shown = useContributed('objectTypes').find(({ item }) => item.type === subject.type);
  const path = shown && pathOf(shown, subject.id);
  if (path === undefined) return <span>{subject.name}</span>;
  return (
    <Link
      to={path}
      className="decoration-line-strong underline-offset-4 hover:text-ink hover:underline"
    >
      {subject.name}
    </Link>
  );
}

/** A contributor's fault costs the way there, and not the page. */
function pathOf({ by, item }: Contributed<ObjectType>, id: string): string | undefined {
  try {
    const path: unknown = item.path(id);
    return typeof path === 'string' ? path : undefined;
  } catch (error) {
    console.error(`${by.name} can't say where a ${item.type} is shown`, error);
    return undefined;
  }
}
