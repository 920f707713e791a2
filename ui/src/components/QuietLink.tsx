import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A way somewhere that stands in a text or a table. */
export function QuietLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      to={to}
      className="decoration-line-strong underline-offset-4 hover:text-ink hover:underline"
    >
      {children}
    </Link>
  );
}
