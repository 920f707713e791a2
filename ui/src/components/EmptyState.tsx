import type { ReactNode } from 'react';

/** Nothing is here: says why, and what to do about it. */
export function EmptyState({
  picture,
  title,
  text,
  action,
}: {
  picture?: ReactNode;
  title: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <div className="flex min-h-80 flex-col items-center justify-center gap-2 px-6 py-14 text-center">
      {picture && <div className="mb-3">{picture}</div>}
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="max-w-md text-pretty text-ink-soft">{text}</p>
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
